import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const DIRECTIVE = { directive: { number: "15", datedOn: "2026-10-01", title: "" } };

describe("what a programme's life does to what is owed", () => {
  let world: World;
  let territory: Id;
  let school: Id;
  let head: Persona;
  let officer: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(territory, "school");
    head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
    officer = await world.person([{ role: "officer", territoryId: territory }]);
  });

  const rowsOf = (programmeId: Id) =>
    world.rows<{ id: Id; closed: boolean; close_reason: string | null }>(
      "select id, closed_at is not null as closed, close_reason from obligation where programme_id = $1 order by due_on, id",
      [programmeId],
    );

  async function given(status: string, to = "2027-12-31") {
    const parties = [{ audience: { kind: "organisation" as const, id: school } }];
    const { programmeId, measureIds } = await givenProgramme(world, territory, [{ years: [2026, 2027], parties }], {
      status,
      to,
    });
    await replan(world, territory, programmeId);
    return { programmeId, measureIds };
  }

  async function step(programmeId: Id, body: object) {
    const [row] = await world.rows<{ version: number }>("select version from programme where id = $1", [programmeId]);
    const path = `/api/programmes/${territory}/${programmeId}/steps`;
    const answer = await officer.call("POST", path, { version: row!.version, ...body });
    await world.settle();
    return answer;
  }

  const draftFor = (obligationId: Id) => ({
    territoryId: territory,
    content: {
      kind: "done",
      text: "начали",
      doneOn: null,
      reason: "",
      obligationIds: [obligationId],
      values: [],
      evidence: [],
    },
  });

  /** As `createReport` in the middle: the obligation locked, the report written, nothing committed. */
  async function begun(obligationId: Id) {
    const client = await world.program.database.pool.connect();
    const reportId = makeId();
    await client.query("begin");
    await client.query("select id from obligation where id = $1 for update", [obligationId]);
    await client.query(
      "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at) values ($1, $2, $3, 'draft', $4, now(), now())",
      [territory, reportId, school, head.personId],
    );
    await client.query("insert into report_obligation values ($1, $2, $3)", [territory, reportId, obligationId]);
    return async () => {
      await client.query("commit");
      client.release();
    };
  }

  const somebodyWaits = () =>
    vi.waitFor(
      async () => {
        const waiting = await world.rows(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        expect(waiting.length).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 20 },
    );

  it("a programme in draft takes no report, even before its obligations are closed", async () => {
    const { programmeId } = await given("approved");
    const [first] = await rowsOf(programmeId);
    await world.rows("update programme set status = 'draft' where id = $1", [programmeId]);
    const answer = await head.call("POST", "/api/reports", draftFor(first!.id));
    expect([answer.status, answer.body.code]).toEqual([409, "period-closed"]);
    expect(answer.body.title).toContain("вернули в черновик");
  });

  it("a return to draft waits for a report that is being begun, and is refused by it", async () => {
    const { programmeId } = await given("approved");
    const [first] = await rowsOf(programmeId);
    const commit = await begun(first!.id);
    const answering = step(programmeId, { step: "withdraw" });
    await somebodyWaits();
    await commit();
    expect((await answering).body.code).toBe("has-reports");
    expect((await rowsOf(programmeId)).map((row) => row.closed)).toEqual([false, false]);
  });

  it("a return to draft closes what was owed, and a new approval opens it again", async () => {
    const { programmeId } = await given("approved");
    const before = await rowsOf(programmeId);
    expect(before).toHaveLength(2);
    expect((await step(programmeId, { step: "withdraw" })).status).toBe(200);
    expect((await rowsOf(programmeId)).map((row) => row.close_reason)).toEqual(Array(2).fill("programme-withdrawn"));
    expect((await step(programmeId, { step: "approve", ...DIRECTIVE, confirmed: true })).status).toBe(200);
    expect(await rowsOf(programmeId)).toEqual(before);
  });

  it("a programme opened again owes again what it had not answered", async () => {
    const { programmeId } = await given("running");
    const before = await rowsOf(programmeId);
    expect((await step(programmeId, { step: "finish", confirmed: true })).status).toBe(200);
    expect((await rowsOf(programmeId)).map((row) => row.close_reason)).toEqual(Array(2).fill("programme-finished"));
    expect((await step(programmeId, { step: "reopen", reason: "Завершили по ошибке" })).status).toBe(200);
    expect(await rowsOf(programmeId)).toEqual(before);
  });

  it.each(["a measure that lost its executors", "a programme that was finished"])(
    "of %s, a report being begun keeps its obligation",
    async (change) => {
      const { programmeId, measureIds } = await given("running");
      const [first] = await rowsOf(programmeId);
      const commit = await begun(first!.id);
      if (change.startsWith("a measure"))
        await world.rows("delete from measure_party where measure_id = $1", [measureIds[0]]);
      else await world.rows("update programme set status = 'finished' where id = $1", [programmeId]);
      const planning = replan(world, territory, programmeId);
      await somebodyWaits();
      await commit();
      await planning;
      expect((await rowsOf(programmeId)).map((row) => row.closed)).toEqual([false, true]);
    },
  );
});
