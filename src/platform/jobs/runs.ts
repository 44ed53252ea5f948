import type pg from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import { placeOfFault } from "#shared/problem.ts";

/** Which jobs this process does now, told to the database, so that another takes them up where it ends in the midst. */
export interface Runs {
  begin(jobId: Id): Promise<void>;
  end(jobId: Id): Promise<void>;
  /** the last time this process told of itself, by the machine's clock, ms */
  readonly beatAt: () => number;
  stop(): Promise<void>;
}

const BEAT_MS = 2000;
const SILENT = "8 seconds";
/** between taking a job, or failing it, and telling of it only a moment passes */
const UNTOLD = "20 seconds";
/** A job in the midst of which so many processes ended is the likely cause: it is not tried again. */
const MOST_DEATHS = 8;
/** who does a job that waits to be taken up again, or was taken and its process ended before it told so */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Jobs of processes that fell silent, and jobs that nobody tells of, go back to their queues: the first two times at once, then later and later. */
const RETURN = `
with silent as (
  select r.job_id, r.deaths + 1 as deaths from job_run r left join worker_process w on w.id = r.worker_id
  where r.worker_id <> '${NOBODY}' and (w.seen_at is null or w.seen_at < now() - interval '${SILENT}')
  for update of r skip locked
), counted as (
  update job_run r set deaths = silent.deaths, worker_id = '${NOBODY}' from silent where r.job_id = silent.job_id returning r.job_id, r.deaths
), lost as (
  select job_id, deaths from counted
  union all
  select j.id, coalesce(r.deaths, 0) from pgboss.job j left join job_run r on r.job_id = j.id
  where j.state = 'active' and j.name not like '\\_\\_%' and j.started_on < now() - interval '${UNTOLD}'
    and (r.job_id is null or r.worker_id = '${NOBODY}')
)
update pgboss.job j set
  state = (case when lost.deaths >= ${MOST_DEATHS} then 'failed' else 'retry' end)::pgboss.job_state,
  completed_on = case when lost.deaths >= ${MOST_DEATHS} then now() end,
  started_on = null,
  start_after = now() + case when lost.deaths > 2 then least(60, 2 ^ (lost.deaths - 2)) else 0 end * interval '1 second'
from lost where j.id = lost.job_id and j.state = 'active'
returning j.id, j.name, j.data, case j.state when 'failed' then 'killed' else 'again' end as fate`;

/** Failed jobs that nobody was told of: one that took too long, one whose process stopped or lost the database with the last try. */
const UNTOLD_FAILURES = `
select j.id, j.name, j.data, 'failed' as fate from pgboss.job j
where j.state = 'failed' and j.name not like '\\_\\_%' and j.completed_on < now() - interval '${UNTOLD}'
  and not exists (select from dead_job d where d.id = j.id)
  and (j.data ->> 'territoryId' is null or exists (select from territory t where t.id::text = j.data ->> 'territoryId'))
limit 100`;

const FORGET = `
with old as (delete from worker_process where seen_at < now() - interval '1 hour')
delete from job_run r where r.worker_id = '${NOBODY}'
  and not exists (select from pgboss.job j where j.id = r.job_id and j.state in ('created', 'retry', 'active'))`;

export interface ReturnedJob {
  readonly id: Id;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** back in its queue, or not to be tried again: for its own faults, or because processes ended in its midst */
  readonly fate: "again" | "failed" | "killed";
}

/** Begins to tell of this process. `onReturned` is given the jobs that went back to their queues and those that will not be tried again. */
export async function keepRuns(
  pool: pg.Pool,
  onReturned: (jobs: readonly ReturnedJob[]) => Promise<void>,
  log: (line: string) => void,
): Promise<Runs> {
  const workerId = makeId();
  const running = new Set<Id>();
  let beatAt = Date.now();
  let steady = 0;
  const beat = async () => {
    const before = beatAt;
    await pool.query(
      "insert into worker_process (id) values ($1) on conflict (id) do update set seen_at = clock_timestamp()",
      [workerId],
    );
    beatAt = Date.now();
    // a job whose end could not be told is told of no more
    await pool.query("delete from job_run where worker_id = $1 and job_id <> all ($2)", [workerId, [...running]]);
    // whoever was silent oneself, as everybody was while the database was away, does not judge others at once
    steady = beatAt - before < 3 * BEAT_MS ? steady + 1 : 0;
    if (steady < 4) return;
    const { rows: returned } = await pool.query<ReturnedJob>(RETURN);
    await pool.query(FORGET);
    const { rows: untold } = await pool.query<ReturnedJob>(UNTOLD_FAILURES);
    if (returned.length + untold.length > 0) await onReturned([...returned, ...untold]);
  };
  await beat();
  steady = 4;
  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((fault: unknown) => {
      steady = 0;
      log(`сбой учёта фоновых работ: ${placeOfFault(fault)}`);
    });
  }, BEAT_MS).unref();
  return {
    beatAt: () => beatAt,
    async begin(jobId) {
      running.add(jobId);
      await pool.query(
        "insert into job_run (job_id, worker_id) values ($1, $2) on conflict (job_id) do update set worker_id = $2",
        [jobId, workerId],
      );
    },
    async end(jobId) {
      running.delete(jobId);
      await pool.query("delete from job_run where job_id = $1 and worker_id = $2", [jobId, workerId]);
    },
    async stop() {
      clearInterval(timer);
      await beating;
      await pool.query("delete from worker_process where id = $1", [workerId]).catch(() => undefined);
    },
  };
}
