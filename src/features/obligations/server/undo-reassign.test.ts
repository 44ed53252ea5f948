import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { replan } from "../../../../test/support/given-programme.ts";
import { askReassign, chosen, owedRows, twoTerms, type OwedRow } from "../../../../test/support/owed-rows.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import { setClock } from "../../../../test/support/set-clock.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ReportingSchool;
beforeAll(async () => {
  at = await openReportingSchool();
});
afterAll(() => at.world.close());

describe("a handing over taken back", () => {
  const undo = (who: Persona, rows: readonly object[]) =>
    who.call("POST", "/api/obligations/reassigned/undone", { territoryId: at.territory, rows });
  const handTo = (rows: readonly object[], organisationId: Id) =>
    askReassign(at, at.officer, {
      bearer: { kind: "organisation", id: organisationId },
      reason: "Школа закрыта",
      rows,
    });
  const handed = async (rows: readonly OwedRow[], organisationId: Id) => {
    const { body } = await handTo(rows.map(chosen), organisationId);
    return body.done.map((one: { newId: Id; version: number }) => ({ id: one.newId, version: one.version }));
  };

  it("is refused to those who do not run the programme, for what was never handed, is stale, begun or handed on", async () => {
    const { rows } = await twoTerms(at);
    const [first, second] = rows as [OwedRow, OwedRow];
    expect((await undo(at.officer, [chosen(first)])).body.refused[0].code).toBe("handing-settled");
    const [one] = await handed([first], at.second);
    expect((await undo(at.world.public, [one])).status).toBe(401);
    expect((await undo(at.stranger, [one])).status).toBe(403);
    expect((await undo(at.head, [one])).status).toBe(404);
    expect((await undo(at.other, [one])).body.refused[0].code).toBe("handing-settled");
    expect((await undo(at.officer, [{ ...one, version: one.version + 1 }])).body.refused[0].code).toBe("stale-write");
    await handTo([one], await at.world.organisation(at.territory, "authority"));
    const [gone] = await at.world.rows<OwedRow>("select * from obligation where id = $1", [one.id]);
    expect((await undo(at.officer, [chosen(gone!)])).body.refused[0].code).toBe("obligation-closed");
    const [other] = await handed([second], at.second);
    const reportId = makeId();
    await at.world.rows(
      `insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at)
       values ($1, $2, $3, 'draft', $4, now(), now())`,
      [at.territory, reportId, at.second, at.stranger.personId],
    );
    await at.world.rows("insert into report_obligation values ($1, $2, $3)", [at.territory, reportId, other.id]);
    expect((await undo(at.officer, [other])).body.refused[0].code).toBe("handing-begun");
  });

  it("leaves the rows as they were, whatever was reminded of meanwhile, and tells both sides", async () => {
    const { rows, programmeId } = await twoTerms(at);
    const before = await owedRows(at, programmeId);
    const made = await handed(rows, at.second);
    await at.world.rows("insert into reminder values ($1, $2, '2026-11-01', 'near', '2026-10-31')", [
      at.territory,
      made[0].id,
    ]);
    const { body } = await undo(at.officer, made);
    expect([body.done.map((one: { id: Id }) => one.id).sort(), body.refused]).toEqual([
      rows.map(({ id }) => id).sort(),
      [],
    ]);
    await replan(at.world, at.territory, programmeId);
    const after = await owedRows(at, programmeId);
    expect(after).toEqual(before.map((row) => ({ ...row, version: row.version + 2 })));
    const texts = async (who: Persona) =>
      (await who.call("GET", "/api/notices")).body.rows.map((row: { text: string }) => row.text);
    expect((await texts(at.head))[0]).toMatch(/^Передача отменена, отчёт снова за вами: «.+» и ещё 1$/);
    expect((await texts(at.stranger))[0]).toMatch(/^Передача отменена, отчёт сдаёт прежний исполнитель: «.+» и ещё 1$/);
  });

  it("of a row that the plan had closed leaves it to the plan", async () => {
    const { rows, programmeId } = await twoTerms(at);
    const [first] = rows as [OwedRow, OwedRow];
    await at.world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, occurrence_key,
         part, opens_on, due_on, required, closed_at, close_reason, created_at)
       select territory_id, $2, programme_id, measure_id, bearer_kind, $3::uuid, 'organisation:' || $3::text, occurrence_key,
         part, opens_on, due_on, required, created_at, 'not-wanted', created_at from obligation where id = $1`,
      [first.id, makeId(), at.second],
    );
    const before = await owedRows(at, programmeId);
    const made = await handed([first], at.second);
    expect((await undo(at.officer, made)).body.refused).toEqual([]);
    const kept = ({ id, closed_at, close_reason, bearer_organisation_id }: OwedRow) =>
      [id, closed_at === null, close_reason, bearer_organisation_id].join(" ");
    expect((await owedRows(at, programmeId)).map(kept)).toEqual(before.map(kept));
    const flags = await at.world.rows(
      "select from obligation where programme_id = $1 and reassigned_from is not null",
      [programmeId],
    );
    expect(flags).toEqual([]);
  });

  it("of a row that had been handed away before closes it with that reason", async () => {
    const { rows, programmeId } = await twoTerms(at);
    const [first] = rows as [OwedRow, OwedRow];
    const away = await handed([first], at.second);
    const [gone] = await at.world.rows<OwedRow>("select * from obligation where id = $1", [first.id]);
    const back = await handed(away, at.school);
    const { body } = await undo(at.officer, back);
    expect(body.refused).toEqual([]);
    await replan(at.world, at.territory, programmeId);
    const open = (await owedRows(at, programmeId)).filter(
      (row) => row.closed_at === null && row.due_on === first.due_on,
    );
    expect(open.map((row) => row.bearer_organisation_id)).toEqual([at.second]);
    const [again] = await at.world.rows<OwedRow>("select * from obligation where id = $1", [first.id]);
    expect(again!.close_reason).toBe(gone!.close_reason);
  });

  it("is for a minute", async () => {
    const { rows } = await twoTerms(at);
    const [one] = await handed([rows[0]!], at.second);
    setClock(at.world, "2026-10-22T12:00:00+03:00");
    expect((await undo(at.officer, [one])).body.refused[0].code).toBe("handing-settled");
    expect((await at.world.rows("select from obligation where id = $1", [one.id])).length).toBe(1);
  });
});
