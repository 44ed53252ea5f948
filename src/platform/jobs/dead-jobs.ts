import type pg from "pg";
import type { Id } from "#shared/ids.ts";

interface DeadJobTable {
  id: Id;
  territory_id: Id | null;
  queue: string;
  data: unknown;
  reason: "failed" | "killed";
  died_at: Date;
  settled_at: Date | null;
  settled_by: Id | null;
  settlement: "again" | "aside" | null;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    dead_job: DeadJobTable;
  }
}

/**
 * Lays a job that failed every time before the administrator; once, however often it is told. One of a territory that was taken away is of
 * no use to anybody.
 */
export async function layBeforeAdministrator(
  pool: pg.Pool,
  job: { readonly id: Id; readonly queue: string; readonly data: unknown },
  reason: "failed" | "killed",
): Promise<void> {
  await pool.query(
    `insert into dead_job (id, territory_id, queue, data, reason)
     select $1, t.id, $2, $3, $4 from (select $3::jsonb ->> 'territoryId' as id) told left join territory t on t.id::text = told.id
     where told.id is null or t.id is not null on conflict (id) do nothing`,
    [job.id, job.queue, JSON.stringify(job.data ?? {}), reason],
  );
}
