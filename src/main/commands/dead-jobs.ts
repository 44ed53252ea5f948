import type { Database } from "#platform/db/database.ts";
import { installationZone, momentIn } from "../backup/moment.ts";
import { openForCommand } from "../open-database.ts";

export const DEAD_JOBS_HELP = `npm run orientir -- jobs [again НОМЕР|all] [aside НОМЕР|all]

Показывает фоновые работы, которые не удались ни с одной попытки: очередь, когда и почему. О них говорит страница «Состояние».
  again  поставить в очередь снова, когда причина устранена
  aside  отложить: больше не показывать
`;

interface DeadJob {
  readonly id: string;
  readonly queue: string;
  readonly reason: "failed" | "killed";
  readonly died_at: Date;
}

const REASON = { failed: "не удалась", killed: "обрывала программу" } as const;

/** Lists the jobs laid before the administrator, or settles one or all of them. Returns the exit code. */
export async function deadJobs([verb, which]: readonly string[], print: (line: string) => void): Promise<number> {
  if (verb !== undefined && ((verb !== "again" && verb !== "aside") || which === undefined)) {
    print(DEAD_JOBS_HELP);
    return 2;
  }
  const { database, close } = await openForCommand();
  try {
    const { rows } = await database.pool.query<DeadJob>(
      "select id, queue, reason, died_at from dead_job where settled_at is null and ($1 in ('', 'all') or id::text = $1) order by died_at",
      [which ?? ""],
    );
    if (rows.length === 0) print(which && which !== "all" ? `Такой работы нет: ${which}.` : "Неудавшихся работ нет.");
    const zone = verb === undefined ? await installationZone(database.pool) : undefined;
    for (const job of rows)
      if (verb === undefined) print(`${job.id}  ${job.queue}  ${momentIn(zone, job.died_at)}  ${REASON[job.reason]}`);
      else if (await settle(database, job.id, verb as "again" | "aside"))
        print(`${job.queue}: ${verb === "again" ? "снова в очереди" : "отложена"}.`);
      else print(`${job.queue}: осталась как была. Её уже разобрали, или такой работы в этой версии программы нет.`);
    return which && which !== "all" && rows.length === 0 ? 1 : 0;
  } finally {
    await close();
  }
}

/** In one statement, so that a job is never queued twice nor forgotten; false where another settled it first or its queue is no more. */
async function settle(database: Database, id: string, settlement: "again" | "aside"): Promise<boolean> {
  const { rows } = await database.pool.query(
    `with settled as (
       update dead_job set settled_at = now(), settlement = $2 where id = $1 and settled_at is null
         and ($2 = 'aside' or exists (select from pgboss.queue q where q.name = queue)) returning queue, data
     ), queued as (
       insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, policy)
       select q.name, s.data, coalesce(q.retry_limit, 3), coalesce(q.retry_delay, 1), coalesce(q.retry_backoff, true),
         interval '5 minutes', now() + interval '14 days', q.policy
       from settled s join pgboss.queue q on q.name = s.queue where $2 = 'again'
     )
     select from settled`,
    [id, settlement],
  );
  return rows.length === 1;
}
