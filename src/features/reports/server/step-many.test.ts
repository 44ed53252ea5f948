import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import type { Persona } from "../../../../test/support/world.ts";
import { wronglyAccepted } from "../../../../test/support/wrongly-accepted.ts";

let at: ReportingSchool;
beforeAll(async () => {
  at = await openReportingSchool();
});
afterAll(() => at.world.close());

interface Row {
  readonly id: string;
  readonly version: number;
}
const many = (who: Persona, name: "accepted" | "reopened", rows: readonly Row[]) =>
  who.call("POST", `/api/reports/${name}`, { territoryId: at.territory, rows });
const sent = async (): Promise<Row> => {
  const { report } = await at.submitted();
  return { id: report.id, version: report.version };
};
const stateOf = async (id: string) =>
  (await at.world.rows<{ state: string }>("select state from report where id = $1", [id]))[0]!.state;

describe("several reports at once", () => {
  it("are not for those who sent them, nor for strangers, nor doubled, nor none", async () => {
    const row = await sent();
    expect((await many(at.world.public, "accepted", [row])).status).toBe(401);
    expect((await many(at.head, "accepted", [row])).status).toBe(403);
    expect((await many(at.stranger, "accepted", [row])).status).toBe(404);
    expect((await many(at.officer, "accepted", [{ id: makeId(), version: 1 }])).status).toBe(404);
    for (const rows of [[], [row, row]]) expect((await many(at.officer, "accepted", rows)).status).toBe(422);
    expect(await stateOf(row.id)).toBe("submitted");
  });

  it("are accepted together; what another has decided meanwhile is told by its row and stays", async () => {
    const [one, two, taken, stale] = [await sent(), await sent(), await sent(), await sent()];
    await at.other.call("POST", at.path(taken.id, "/return"), { version: taken.version, remark: "Нет приказа" });
    const rows = [one, two, taken, { ...stale, version: stale.version + 5 }];
    const { status, body } = await many(at.officer, "accepted", rows);
    expect(status).toBe(200);
    expect(body.done.map((row: Row) => row.id).sort()).toEqual([one.id, two.id].sort());
    const why = new Map(body.refused.map((row: { id: string; code: string }) => [row.id, row.code]));
    expect([why.get(taken.id), why.get(stale.id)]).toEqual(["already-decided", "stale-write"]);
    expect(body.refused.find((row: Row) => row.id === taken.id).text).toContain("Ветрова");
    expect(await stateOf(taken.id)).toBe("returned");
    // each was journalled and told as one accepted alone
    const journal = await at.world.rows("select subject_id from journal where action = 'report.accept'");
    expect(journal.map((entry) => entry["subject_id"]).sort()).toEqual([one.id, two.id].sort());
    expect(await wronglyAccepted(at.world)).toEqual([]);
    const undone = await many(at.officer, "reopened", body.done);
    expect(undone.body.done).toHaveLength(2);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(["submitted", "submitted"]);
    expect(await wronglyAccepted(at.world)).toEqual([]);
  });

  it("take their obligations in the order in which a plan takes them: neither waits for the other in a ring", async () => {
    const rows = [await sent(), await sent()].sort((one, two) => (one.id < two.id ? -1 : 1));
    const ids = rows.map(({ id }) => id);
    const owed = await at.world.rows<{ obligation_id: string }>(
      "delete from report_obligation where report_id = any ($1) returning obligation_id",
      [ids],
    );
    const [first, last] = owed.map((row) => row.obligation_id).sort();
    // the report that is stepped first answers what a plan comes to last
    await at.world.rows(
      "insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3), ($1, $4, $5)",
      [at.territory, ids[0], last, ids[1], first],
    );
    const replanning = await at.world.program.database.pool.connect();
    try {
      const take = (id: string) => replanning.query("select from obligation where id = $1 for update", [id]);
      await replanning.query("begin");
      await replanning.query("set local lock_timeout = '400ms'");
      await take(first!);
      const accepting = many(at.officer, "accepted", rows);
      const waiting = () =>
        at.world.rows("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
      await expect.poll(waiting).toHaveLength(1);
      await take(last!);
      await replanning.query("commit");
      expect((await accepting).body.done).toHaveLength(2);
      expect(await wronglyAccepted(at.world)).toEqual([]);
    } finally {
      await replanning.query("rollback");
      replanning.release();
    }
  });
});
