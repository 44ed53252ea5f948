import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dateInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { lockObligations } from "#features/obligations/server/public.ts";
import { replan } from "../../../../test/support/given-programme.ts";
import { askReassign, chosen, owedRows, twoTerms, type OwedRow as Row } from "../../../../test/support/owed-rows.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ReportingSchool;
let office: Id;
beforeAll(async () => {
  at = await openReportingSchool();
  office = await at.world.organisation(at.territory, "authority", "Управление образования");
});
afterAll(() => at.world.close());

const rowsOf = (programmeId: Id) => owedRows(at, programmeId);
const reassign = (who: Persona, rows: readonly object[], bearer: object, reason = "Школа закрыта") =>
  askReassign(at, who, { bearer, reason, rows });
const move = (who: Persona, rows: readonly object[], reason = "Карантин") =>
  who.call("POST", "/api/obligations/moved", { territoryId: at.territory, reason, rows });
const two = () => twoTerms(at);

describe("obligations handed over", () => {
  it("are refused to those who do not run the programme, to nobody, to whom owes the same, and with a report begun", async () => {
    const { rows, programmeId } = await two();
    const to = { kind: "organisation", id: office };
    const one = rows.slice(0, 1).map(chosen);
    expect((await reassign(at.world.public, one, to)).status).toBe(401);
    expect((await reassign(at.head, one, to)).status).toBe(403);
    expect((await reassign(at.stranger, one, to)).status).toBe(404);
    expect((await reassign(at.officer, one, to, " ")).status).toBe(422);
    for (const [bearer, code] of [
      [{ kind: "organisation", id: makeId() }, "bearer-unknown"],
      [{ kind: "person", id: makeId() }, "bearer-unknown"],
      [{ kind: "organisation", id: at.school }, "same-bearer"],
    ] as const) {
      const { body } = await reassign(at.officer, one, bearer);
      expect([body.done, body.refused[0].code]).toEqual([[], code]);
    }
    const begun = await at.drafted();
    const [draft] = await rowsOf(begun.programmeId);
    expect((await reassign(at.officer, [chosen(draft!)], to)).body.refused[0].code).toBe("obligation-begun");
    const stale = await reassign(at.officer, [{ ...one[0], version: 9 }], to);
    expect(stale.body.refused[0].code).toBe("stale-write");
    expect((await rowsOf(programmeId)).every((row) => row.closed_at === null)).toBe(true);
  });

  it("stand with the new bearer through replanning, even once the school is closed, and both sides are told", async () => {
    const { rows, programmeId } = await two();
    const { body } = await reassign(at.officer, rows.map(chosen), { kind: "organisation", id: at.second });
    expect([body.done.length, body.refused]).toEqual([2, []]);
    await replan(at.world, at.territory, programmeId);
    await at.world.rows("update organisation set closed_on = '2026-10-01' where id = $1", [at.school]);
    await replan(at.world, at.territory, programmeId);
    await at.world.rows("update organisation set closed_on = null where id = $1", [at.school]);
    await replan(at.world, at.territory, programmeId);
    const after = await rowsOf(programmeId);
    expect(after).toHaveLength(4);
    const open = after.filter((row) => row.closed_at === null);
    expect(open.map((row) => row.bearer_organisation_id)).toEqual([at.second, at.second]);
    for (const gone of after.filter((row) => row.closed_at !== null))
      expect(gone.close_reason).toContain("Школа закрыта");
    const kinds = async (who: Persona) =>
      (await who.call("GET", "/api/notices")).body.rows.filter(
        (row: { kind: string }) => row.kind === "obligation-reassigned",
      );
    expect([await kinds(at.head), await kinds(at.stranger)].map((list) => list.length)).toEqual([1, 1]);
    // back again: the row of the first bearer stands, none is doubled
    const back = await reassign(at.officer, open.map(chosen), { kind: "organisation", id: at.school }, "Ошибка");
    expect(back.body.done.map((one: { newId: Id }) => one.newId).sort()).toEqual(rows.map((row) => row.id).sort());
    expect(await rowsOf(programmeId)).toHaveLength(4);
  });
});

describe("an obligation that changes while it is handed over", () => {
  it("is not taken from a school that begins its report at that moment", async () => {
    const { rows } = await two();
    const [row] = rows as [Row, Row];
    const reach = { person: at.deputy.personId, reads: [at.territory], writes: [at.territory] };
    const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    let asked: ReturnType<typeof reassign> | undefined;
    await at.world.program.database.within(reach, async (tx) => {
      await lockObligations(tx, at.territory, [row.id]);
      asked = reassign(at.officer, [chosen(row)], { kind: "organisation", id: at.second });
      await expect.poll(async () => (await at.world.rows(waits)).length).toBe(1);
      const id = makeId();
      await sql`insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at)
        values (${at.territory}, ${id}, ${at.school}, 'draft', ${at.deputy.personId}, now(), now())`.execute(tx);
      await sql`insert into report_obligation values (${at.territory}, ${id}, ${row.id})`.execute(tx);
    });
    const { body } = await asked!;
    expect([body.done, body.refused[0].code]).toEqual([[], "obligation-begun"]);
  });

  it("handed to a person keeps their name in no text of its own and in no journal", async () => {
    const { rows } = await two();
    const { body } = await reassign(at.officer, rows.slice(0, 1).map(chosen), {
      kind: "person",
      id: at.other.personId,
    });
    expect(body.done).toHaveLength(1);
    const kept = await at.world.rows(
      `select o.close_reason, j.changes from obligation o join journal j on j.subject_id = o.id
       where o.id = $1 and j.action = 'obligation.reassign'`,
      [rows[0]!.id],
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain("Ветрова");
    expect(kept[0]!["changes"]).toEqual([{ field: "bearer", before: at.school, after: at.other.personId }]);
  });
});

it("a move and a handing over stand in the history of the measure with their reasons, for those who see the obligation", async () => {
  const { rows, measureIds } = await two();
  const [first, second] = rows as [Row, Row];
  await move(at.officer, [{ ...chosen(first), dueOn: "2026-12-01" }]);
  await reassign(at.officer, [chosen(second)], { kind: "organisation", id: at.second });
  const told = async (who: Persona) => {
    const path = `/api/history?territoryId=${at.territory}&kind=measure&id=${measureIds[0]}`;
    const { status, body } = await who.call("GET", path);
    return [status, (body.items ?? []).map((one: { what: string; note: string }) => [one.what, one.note])];
  };
  const both = [
    ["Отчёт передан другому исполнителю", expect.stringContaining("Школа закрыта")],
    ["Перенесён срок отчёта", expect.stringContaining("Карантин")],
  ];
  expect(await told(at.officer)).toEqual([200, both]);
  expect(await told(at.head)).toEqual([200, both]);
  const other = await at.world.person([
    {
      role: "school_head",
      territoryId: at.territory,
      organisationId: await at.world.organisation(at.territory, "school"),
    },
  ]);
  const [, seen] = await told(other);
  expect(seen).toEqual([]);
  expect((await told(at.stranger))[1]).toEqual([]);
});

describe("due days moved together", () => {
  it("are refused before the beginning and told by row; taken back, they are the plan's again", async () => {
    const { rows, programmeId } = await two();
    const [first, second] = rows as [Row, Row];
    const early = await move(at.officer, [{ ...chosen(first), dueOn: "2025-12-31" }]);
    expect(early.body.refused[0].code).toBe("due-before-start");
    const window = await move(at.officer, [{ ...chosen(second), dueOn: "2026-12-31" }]);
    expect(window.body.refused[0].code).toBe("due-before-start");
    expect((await move(at.head, [{ ...chosen(first), dueOn: "2026-12-01" }])).status).toBe(403);
    expect((await move(at.stranger, [{ ...chosen(first), dueOn: "2026-12-01" }])).status).toBe(404);
    const { body } = await move(at.officer, [
      { ...chosen(first), dueOn: "2026-12-01" },
      { id: second.id, version: 9, dueOn: "2027-12-01" },
    ]);
    expect([body.done.length, body.refused.map((one: { code: string }) => one.code)]).toEqual([1, ["stale-write"]]);
    expect(body.done[0]).toEqual({ id: first.id, version: first.version + 1, dueOn: first.due_on, byHand: false });
    const undone = await move(at.officer, body.done, "Перенос отменён");
    expect(undone.body.refused).toEqual([]);
    await at.world.settle();
    const [now] = await rowsOf(programmeId);
    expect([now!.due_on, now!.due_moved]).toEqual([first.due_on, false]);
  });

  it("are not taken back to a day that is before the beginning by now, and stay where they were moved", async () => {
    const { rows } = await two();
    const [first] = rows as [Row, Row];
    const { body } = await move(at.officer, [{ ...chosen(first), dueOn: "2027-02-01" }]);
    for (const opensOn of ["2027-01-15", "2027-02-01"]) {
      await at.world.rows("update obligation set opens_on = $2 where id = $1", [first.id, opensOn]);
      const undone = await move(at.officer, body.done, "Перенос отменён");
      expect(undone.body.refused[0]).toMatchObject({
        code: "undo-before-start",
        text: expect.stringContaining(
          `вернуть нельзя: за это время начало выполнения сдвинулось на ${dateInWords(opensOn as LocalDate)}`,
        ),
      });
    }
    const [now] = await at.world.rows<Row>("select * from obligation where id = $1", [first.id]);
    expect([now!.due_on, now!.due_moved]).toEqual(["2027-02-01", true]);
  });

  it("of two officers, the second sees what the first did, and nothing is overwritten", async () => {
    const { rows } = await two();
    const path = `/api/obligations/${at.territory}/${rows[0]!.id}/due`;
    const body = (dueOn: string) => ({ version: rows[0]!.version, dueOn, reason: "Карантин" });
    const first = await at.officer.call("PUT", path, body("2026-12-10"));
    expect(first.status).toBe(200);
    const second = await at.other.call("PUT", path, body("2026-12-20"));
    expect([second.status, second.body.code]).toEqual([409, "stale-write"]);
    expect([second.body.extra.yours.dueOn, second.body.extra.theirs.dueOn]).toEqual(["2026-12-20", "2026-12-10"]);
    const before = await at.officer.call("PUT", path, { ...body("2025-01-01"), version: first.body.version });
    expect([before.status, before.body.code, Object.keys(before.body.fields)]).toEqual([
      422,
      "due-before-start",
      ["dueOn"],
    ]);
  });
});
