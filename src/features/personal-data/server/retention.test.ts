import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SPENT } from "#main/purge.ts";
import { ORIGIN_DAYS } from "#platform/journal/verify.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { RETENTION } from "../model/retention.ts";
import { RETENTION_QUEUE } from "./propose-retention.ts";

describe("terms of personal data", () => {
  let world: World;
  let town: Id;
  let school: Id;
  let keeper: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-20T09:00:00+03:00" });
    town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    school = await world.organisation(town, "school");
    keeper = await world.person([{ role: "administrator", territoryId: town }]);
  });
  afterAll(() => world.close());

  const head = (name: string, to?: string) =>
    world.person([{ role: "school_head", territoryId: town, organisationId: school, ...(to ? { to } : {}) }], name);
  /** A report of a programme that ends on the day, with its steps; decided last by the administrator. */
  const signed = async (endsOn: string, author: Persona, steps: readonly (readonly [string, Persona])[]) => {
    const [programme, roadmap, measure, obligation, report] = [makeId(), makeId(), makeId(), makeId(), makeId()];
    const put = (table: string, row: Record<string, unknown>) => {
      const values = Object.values({ territory_id: town, ...row });
      const names = ["territory_id", ...Object.keys(row)];
      return world.rows(
        `insert into ${table} (${names.join(", ")}) values (${values.map((_, at) => `$${at + 1}`).join(", ")})`,
        values,
      );
    };
    const made = { created_at: "2025-02-01T00:00:00Z" };
    const title = "Поддержка школ";
    const days = { starts_on: "2020-01-01", ends_on: endsOn };
    await put("programme", { id: programme, title, short_title: title, status: "finished", ...days, ...made });
    await put("roadmap", { id: roadmap, programme_id: programme, title, ordinal: 1 });
    await put("measure", {
      id: measure,
      programme_id: programme,
      roadmap_id: roadmap,
      title,
      due_text: "",
      ordinal: 1,
    });
    await put("obligation", {
      id: obligation,
      programme_id: programme,
      measure_id: measure,
      bearer_kind: "organisation",
      bearer_organisation_id: school,
      bearer_key: school,
      part: "assignee",
      occurrence_key: endsOn,
      opens_on: "2020-01-01",
      due_on: endsOn,
      ...made,
    });
    await put("report", {
      id: report,
      organisation_id: school,
      state: "accepted",
      author_person_id: author.personId,
      saved_at: made.created_at,
      decided_by: keeper.personId,
      ...made,
    });
    await put("report_obligation", { report_id: report, obligation_id: obligation });
    for (const [step, { personId }] of steps)
      await put("report_step", { id: makeId(), report_id: report, step, person_id: personId, at: made.created_at });
  };
  const ended = async () =>
    (await keeper.call("GET", `/api/personal-data/retention?territoryId=${town}`)).body.ended.map(
      (one: { name: string }) => one.name.split(" ")[0],
    );
  const look = async (territoryId = town) => {
    const sent = new Set<string>();
    const { jobs, database } = world.program;
    await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, (tx) =>
      jobs.senderFor(tx, sent)(RETENTION_QUEUE, { territoryId }),
    );
    jobs.wake(sent);
    await world.settle();
  };

  it("end thirty days after the last place, later for whoever signed reports, never while a place is held anywhere", async () => {
    await head("Нынешняя");
    await head("Недавняя", "2026-09-20");
    await head("Давняя", "2026-09-18");
    const elsewhere = await head("Переехавшая", "2020-01-01");
    const other = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    await world.rows(
      "insert into role_assignment (territory_id, id, person_id, role, from_on) values ($1, $2, $3, 'officer', '2020-01-02')",
      [other, makeId(), elsewhere.personId],
    );
    expect(await ended()).toEqual(["Давняя"]);
    const officer = await world.person([{ role: "officer", territoryId: town }]);
    expect((await officer.call("GET", `/api/personal-data/retention?territoryId=${town}`)).status).toBe(404);
  });

  it("end a year after the last programme for whoever submitted, accepted or returned a report, whoever decided it last", async () => {
    const place = { role: "deputy", territoryId: town, organisationId: school, to: "2025-06-30" } as const;
    const given = (name: string) => world.person([place], name);
    const [author, returner, accepter, opener] = [
      await given("Подававшая"),
      await given("Возвращавшая"),
      await given("Принимавшая"),
      await given("Передававшая"),
    ];
    const steps = [
      ["submit", author],
      ["return", returner],
      ["submit", author],
      ["accept", accepter],
      ["delegate", opener],
    ] as const;
    await signed("2025-10-20", author, steps);
    // programmes that ended before count for less than the last one
    await signed("2020-12-31", author, steps);
    const among = async () => {
      const names = await ended();
      return ["Подававшая", "Возвращавшая", "Принимавшая", "Передававшая"].filter((name) => names.includes(name));
    };
    expect(await among()).toEqual(["Передававшая"]);
    await world.rows("update programme set ends_on = '2025-10-19' where ends_on = '2025-10-20'");
    expect(await among()).toEqual(["Подававшая", "Возвращавшая", "Принимавшая", "Передававшая"]);
    await world.rows("update role_assignment set to_on = null where to_on = '2025-06-30'");
  });

  it("are looked at daily: the administrator is told once, nobody is erased, notices past their term go", async () => {
    const notice = (at: string) =>
      world.rows(
        "insert into notice (territory_id, id, person_id, kind, text, link, created_at) values ($1, $2, $3, 'x', $4::text, '/', $5)",
        [town, makeId(), keeper.personId, at, at],
      );
    await notice("2025-10-19T00:00:00Z");
    await notice("2025-10-21T00:00:00Z");
    await look();
    await look();
    const { rows } = (await keeper.call("GET", "/api/notices")).body;
    expect(rows.map((row: { text: string }) => row.text)).toEqual([
      expect.stringMatching(/^Вышел срок[^]*: 1.человек/),
      "2025-10-21T00:00:00Z",
    ]);
    expect(await ended()).toEqual(["Давняя"]);
  });

  it("are no failure where the territory was taken away before the look", async () => {
    await look(makeId());
    expect(await world.rows("select queue from dead_job")).toEqual([]);
  });

  it("of answers, links and addresses are those that the program purges by", async () => {
    expect(RETENTION.origins.days).toBe(ORIGIN_DAYS);
    const answer = (days: number) =>
      world.rows(
        "insert into idempotency (person_id, key, action, request_hash, status, answer, at) values ($1, $2, 'x', '', 200, '{}', now() - make_interval(days => $3))",
        [keeper.personId, makeId(), days],
      );
    await answer(RETENTION.answers.days - 1);
    await answer(RETENTION.answers.days + 1);
    for (const statement of SPENT) await world.rows(statement);
    expect(await world.rows("select 1 from idempotency where action = 'x'")).toHaveLength(1);
  });
});
