import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { countUnchecked } from "#features/files/server/public.ts";
import type { InstallationView, Run } from "../model/contract.ts";
import { seesInstallation } from "../model/policy.ts";

/** A run tells of itself every half a minute, a copy of the program every minute; what is silent for this long was cut off. */
const SILENT_MS = 3 * 60_000;

/** The scanner answers within minutes; a file that waits for longer waits for a person. */
const LONG_CHECK_MS = 60 * 60_000;

/** How the installation stands, for an administrator; to anyone else there is no such page. */
export async function readInstallation({ actor, tx, clock }: UseCaseContext): Promise<InstallationView> {
  if (!seesInstallation(actor)) throw commonProblem("not-found");
  const now = clock.real();
  const copies = await tx
    .selectFrom("program_copy")
    .selectAll()
    .where("seen_at", ">", new Date(now.getTime() - 24 * 60 * 60_000))
    .orderBy("started_at", "desc")
    .execute();
  const [nextAt = null] = copies
    .filter((copy) => copy.next_backup_at && copy.next_backup_at > now)
    .map((copy) => copy.next_backup_at!.toISOString())
    .sort();
  return {
    at: now.toISOString(),
    copies: copies.map((copy) => ({
      version: copy.version,
      startedAt: copy.started_at.toISOString(),
      seenAt: copy.seen_at.toISOString(),
      diskFree: copy.disk_free,
      diskTotal: copy.disk_total,
    })),
    database: await readDatabase(tx),
    jobs: await readJobs(tx),
    files: { unchecked: await countUnchecked(tx, new Date(clock.now().getTime() - LONG_CHECK_MS)) },
    backup: {
      scheduled: copies.some(
        (copy) => copy.next_backup_at !== null && now.getTime() - copy.seen_at.getTime() < SILENT_MS,
      ),
      nextAt,
      last: await lastRun(tx, "backup", now),
      lastDone: await lastRun(tx, "backup", now, "done"),
    },
    drill: { asked: copies.some((copy) => copy.drills), last: await lastRun(tx, "drill", now) },
  };
}

async function readDatabase(tx: Tx): Promise<InstallationView["database"]> {
  const { rows } = await sql<{ version: string; bytes: number; migrations: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*)::int from migration) as migrations`.execute(tx);
  return rows[0]!;
}

async function readJobs(tx: Tx): Promise<InstallationView["jobs"]> {
  const { rows } = await sql<{ waiting: number; oldest: number; dead: number }>`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(start_after)), 0)::int as oldest,
      (select count(*)::int from dead_job where settled_at is null and territory_id is not null) + dead_jobs_of_installation() as dead
    from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() and name not like '\\_\\_%'`.execute(
    tx,
  );
  const { waiting, oldest, dead } = rows[0]!;
  return { waiting, oldestSeconds: Math.max(0, oldest), dead };
}

async function lastRun(tx: Tx, kind: "backup" | "drill", now: Date, outcome?: "done"): Promise<Run | null> {
  const found = await tx
    .selectFrom("backup_run")
    .selectAll()
    .where("kind", "=", kind)
    .$if(outcome !== undefined, (query) => query.where("outcome", "=", outcome!))
    .orderBy("started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  const silent = now.getTime() - found.beat_at.getTime() > SILENT_MS;
  return {
    dueAt: found.due_at.toISOString(),
    startedAt: found.started_at.toISOString(),
    finishedAt: found.finished_at?.toISOString() ?? null,
    outcome: found.outcome ?? (silent ? "cut" : "running"),
    file: found.file,
    bytes: found.bytes,
    sentence: found.sentence,
  };
}
