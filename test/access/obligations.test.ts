import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { Role } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";
import { givenObligations, type STATES } from "./given-obligations.ts";

/**
 * Generated worlds: what each persona's lists of obligations and reports show is compared with an oracle that reads the rows as their
 * owner and reasons in plain loops, knowing nothing of the program's SQL or policies.
 */
interface Row {
  id: Id;
  territory_id: Id;
  bearer_organisation_id: Id | null;
  bearer_person_id: Id | null;
  delegated_to: Id | null;
  owner: Id | null;
  report_id: Id | null;
  state: (typeof STATES)[number] | null;
  author: Id | null;
}

interface Held {
  role: Role;
  territory_id: Id;
  organisation_id: Id | null;
}

describe("lists of obligations and reports", () => {
  let world: World;
  const tally = { obligations: { visible: 0, hidden: 0 }, reports: { visible: 0, hidden: 0 } };
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());

  async function oracle(towns: readonly Id[], person: Id) {
    const roles = await world.rows<Held>(
      "select role, territory_id, organisation_id from role_assignment where person_id = $1 and (to_on is null or to_on >= '2026-10-22')",
      [person],
    );
    const parents = await world.rows<{ id: Id; parent_id: Id }>(
      "select id, parent_id from territory where id = any ($1)",
      [towns],
    );
    const rows = await world.rows<Row>(
      `select o.id, o.territory_id, o.bearer_organisation_id, o.bearer_person_id, o.delegated_to, p.owner_organisation_id as owner,
         r.id as report_id, r.state, r.author_person_id as author
       from obligation o join programme p on p.id = o.programme_id
       left join report_obligation ro on ro.obligation_id = o.id left join report r on r.id = ro.report_id
       where o.territory_id = any ($1)`,
      [towns],
    );
    const whole = new Set<Id>();
    const here = new Set<Id>();
    const offices = new Set<Id>();
    const workplaces = new Set<Id>();
    const run = new Set<Id>();
    for (const role of roles) {
      here.add(role.territory_id);
      if (role.organisation_id !== null && role.role !== "teacher") offices.add(role.organisation_id);
      if (role.organisation_id !== null && role.role !== "curator") workplaces.add(role.organisation_id);
      if (role.organisation_id !== null && ["school_head", "deputy"].includes(role.role)) run.add(role.organisation_id);
      if (["administrator", "officer", "authority_head", "reader"].includes(role.role)) whole.add(role.territory_id);
      if (role.role.startsWith("region_"))
        for (const town of parents) if (town.parent_id === role.territory_id) whole.add(town.id);
    }
    const obligations = new Set<Id>();
    const reports = new Set<Id>();
    for (const row of rows) {
      const town = row.territory_id;
      const handed = row.delegated_to === person && workplaces.has(row.bearer_organisation_id ?? "");
      const mine = row.bearer_person_id === person && here.has(town);
      const ours = offices.has(row.bearer_organisation_id ?? "") || run.has(row.owner ?? "");
      const seen = whole.has(town) || ours || mine || handed;
      if (seen) obligations.add(row.id);
      if (row.report_id === null) continue;
      const wrote = row.author === person && (here.has(town) || whole.has(town));
      if ((seen || wrote) && (row.state !== "draft" || here.has(town))) reports.add(row.report_id);
    }
    return { rows, obligations, reports };
  }

  async function listed(persona: Persona, path: string): Promise<Set<Id>> {
    const seen = new Set<Id>();
    for (let page = 1; ; page += 1) {
      const answer = await persona.call("GET", `${path}&page=${page}`);
      if (answer.status === 404) return seen;
      expect(answer.status).toBe(200);
      for (const row of answer.body.rows) seen.add(row.id);
      if (page * answer.body.pageSize >= answer.body.total) {
        expect(seen.size).toBe(answer.body.total);
        return seen;
      }
    }
  }

  it.each([11, 22, 33])("equal the oracle in world %i, row by row", async (seed) => {
    const { towns, personas } = await givenObligations(world, seed);
    for (const persona of personas) {
      const truth = await oracle(towns, persona.personId);
      const obligations = new Set<Id>();
      const reports = new Set<Id>();
      for (const town of towns) {
        for (const id of await listed(persona, `/api/obligations?territoryId=${town}`)) obligations.add(id);
        for (const id of await listed(persona, `/api/reports?territoryId=${town}`)) reports.add(id);
      }
      expect([...obligations].sort()).toEqual([...truth.obligations].sort());
      expect([...reports].sort()).toEqual([...truth.reports].sort());
      for (const row of truth.rows) {
        const one = await persona.call("GET", `/api/obligations/${row.territory_id}/${row.id}`);
        expect(one.status).toBe(truth.obligations.has(row.id) ? 200 : 404);
        if (row.report_id === null) continue;
        // a draft that is not for the persona's eyes is not told of by its obligation either
        if (one.status === 200) expect(one.raw.includes(row.report_id)).toBe(truth.reports.has(row.report_id));
        const report = await persona.call("GET", `/api/reports/${row.territory_id}/${row.report_id}`);
        expect(report.status).toBe(truth.reports.has(row.report_id) ? 200 : 404);
      }
      const all = truth.rows.filter((row) => row.report_id !== null).length;
      tally.obligations.visible += truth.obligations.size;
      tally.obligations.hidden += truth.rows.length - truth.obligations.size;
      tally.reports.visible += truth.reports.size;
      tally.reports.hidden += all - truth.reports.size;
    }
  });

  it("saw some and hid some", () => {
    for (const [what, { visible, hidden }] of Object.entries(tally)) {
      console.log(`${what}: ${visible} visible, ${hidden} hidden`);
      expect(visible).toBeGreaterThan(0);
      expect(hidden).toBeGreaterThan(0);
    }
  });

  it("shows the public nothing", async () => {
    const { towns } = await givenObligations(world, 44);
    for (const path of ["/api/obligations", "/api/obligations/home", "/api/reports", "/api/counts"])
      expect((await world.public.call("GET", `${path}?territoryId=${towns[0]}`)).status).toBe(401);
  });

  it("lets region users and tokens read and never write", async () => {
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    const given = await givenProgramme(world, town, [{ years: [2026], parties: [] }]);
    const obligationId = makeId();
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, occurrence_key, opens_on, due_on, created_at)
       values ($1, $2, $3, $4, 'organisation', $5, 'b', 'assignee', '2026', '2026-01-01', '2026-12-31', now())`,
      [town, obligationId, given.programmeId, given.measureIds[0], school],
    );
    const region1 = await world.person([{ role: "region_specialist", territoryId: region }]);
    const head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    const token = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(token), makeId(), head.accountId],
    );
    const headers = { authorization: `Bearer ${token}` };
    const content = {
      kind: "done",
      text: "а",
      doneOn: null,
      reason: "",
      obligationIds: [obligationId],
      values: [],
      evidence: [],
    };
    const due = { version: 1, dueOn: "2026-12-01", reason: "перенос" };
    const one = `/api/obligations/${town}/${obligationId}`;
    expect((await region1.call("GET", one)).status).toBe(200);
    expect((await world.public.call("GET", one, undefined, headers)).status).toBe(200);
    expect((await region1.call("POST", "/api/reports", { territoryId: town, content })).status).toBe(403);
    expect((await region1.call("PUT", `${one}/due`, due)).status).toBe(403);
    expect(
      (await region1.upload(`/api/files?territoryId=${town}`, "a.txt", new TextEncoder().encode("текст"))).status,
    ).toBe(404);
    expect((await world.public.call("POST", "/api/reports", { territoryId: town, content }, headers)).status).toBe(403);
    expect((await world.public.call("PUT", `${one}/due`, due, headers)).status).toBe(403);
    expect((await world.rows("select 1 from report_obligation where obligation_id = $1", [obligationId])).length).toBe(
      0,
    );
  });
});
