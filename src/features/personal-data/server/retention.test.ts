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
