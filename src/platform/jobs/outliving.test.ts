import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { openWorld, type World } from "../../../test/support/world.ts";
import { keepRuns, type ReturnedJob } from "./runs.ts";

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
  const stateOf = async (jobId: string) =>
    (await world.rows("select state::text as state from pgboss.job where id = $1", [jobId]))[0]!["state"];

  it("go back to their queue; one that ended process after process is given up; a living process keeps its own", async () => {
    const [silent, deadly, living] = [await jobOf(0, "1 minute"), await jobOf(7, "1 minute"), await jobOf(0, "0")];
    const heard = new Promise<void>((resolve) => {
      void keepRuns(
        world.program.database.pool,
        async (jobs) => {
          returned.push(...jobs);
          resolve();
        },
        () => undefined,
      ).then((runs) => heard.then(() => runs.stop()));
    });
    await heard;
    expect(await Promise.all([silent, deadly, living].map(stateOf))).toEqual(["retry", "failed", "active"]);
    expect(returned.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(
      [`${silent} retry`, `${deadly} failed`].sort(),
    );
  });
});
