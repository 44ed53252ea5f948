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

/** Lays a job that failed every time before the administrator; once, however often it is told. */
export async function layBeforeAdministrator(
  pool: pg.Pool,
  job: { readonly id: Id; readonly queue: string; readonly data: unknown },
  reason: "failed" | "killed",
): Promise<void> {
  const territoryId = (job.data as { territoryId?: Id } | null)?.territoryId ?? null;
  await pool.query(
    "insert into dead_job (id, territory_id, queue, data, reason) values ($1, $2, $3, $4, $5) on conflict (id) do nothing",
    [job.id, territoryId, job.queue, JSON.stringify(job.data ?? {}), reason],
  );
}
