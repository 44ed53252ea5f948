import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { openWorld, type World } from "../../../test/support/world.ts";
import { keepRuns, NOBODY, type ReturnedJob } from "./runs.ts";

/** A queue that nobody works on, and a process that told of a job and ended. */
describe("the jobs of a process that ended", () => {
  let world: World;
  const returned: ReturnedJob[] = [];
  beforeAll(async () => {
    world = await openWorld();
    // only this test's own accounting may return them
    await world.program.jobs.stop();
  });
  afterAll(() => world.close());

  const jobOf = async (deaths: number, seen: string) => {
    const [jobId, workerId] = [makeId(), makeId()];
    await world.rows(
      "insert into pgboss.job (id, name, state, data, started_on) values ($1, 'import-read', 'active', $2, now())",
      [jobId, JSON.stringify({ deaths })],
    );
    await world.rows("insert into worker_process (id, seen_at) values ($1, now() - $2::interval)", [workerId, seen]);
    await world.rows("insert into job_run (job_id, worker_id, deaths) values ($1, $2, $3)", [jobId, workerId, deaths]);
    return jobId;
  };
  /** went back to its queue, was taken again so long ago, and the process that took it ended before it told so */
  const takenAgain = async (ago: string) => {
    const jobId = makeId();
    await world.rows(
      "insert into pgboss.job (id, name, state, started_on) values ($1, 'import-read', 'active', now() - $2::interval)",
      [jobId, ago],
    );
    await world.rows("insert into job_run (job_id, worker_id, deaths) values ($1, $2, 1)", [jobId, NOBODY]);
    return jobId;
  };
  const failedLongAgo = async (data = {}) => {
    const jobId = makeId();
    await world.rows(
      "insert into pgboss.job (id, name, state, data, completed_on) values ($1, 'import-read', 'failed', $2, now() - interval '1 minute')",
      [jobId, JSON.stringify(data)],
    );
    return jobId;
  };
  const stateOf = async (jobId: string) =>
    (await world.rows("select state::text as state from pgboss.job where id = $1", [jobId]))[0]!["state"];

  it("go back to their queue; one that ended process after process is given up, and one that failed untold is told; a living process keeps its own", async () => {
    const [untold, told] = [await failedLongAgo(), await failedLongAgo()];
    await world.rows("insert into dead_job (id, queue, data, reason) values ($1, 'import-read', '{}', 'failed')", [
      told,
    ]);
    await failedLongAgo({ territoryId: makeId() });
    const [silent, deadly, living] = [
      await jobOf(0, "1 minute"),
      await jobOf(7, "1 minute"),
      await jobOf(0, "-1 hour"),
    ];
    const [taken, justTaken] = [await takenAgain("1 minute"), await takenAgain("1 second")];
    const heard = new Promise<void>((resolve, reject) => {
      void keepRuns(
        world.program.database.pool,
        async (jobs) => {
          returned.push(...jobs);
          resolve();
        },
        () => undefined,
      ).then((runs) => heard.then(() => runs.stop()), reject);
    });
    await heard;
    expect(await Promise.all([silent, deadly, living].map(stateOf))).toEqual(["retry", "failed", "active"]);
    expect(await Promise.all([taken, justTaken].map(stateOf))).toEqual(["retry", "active"]);
    expect(returned.map(({ id, fate }) => `${id} ${fate}`).sort()).toEqual(
      [`${silent} again`, `${taken} again`, `${deadly} killed`, `${untold} failed`].sort(),
    );
  });
});
