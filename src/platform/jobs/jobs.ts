import { CompiledQuery } from "kysely";
import PgBoss from "pg-boss";
import type { ZodType } from "zod";
import type { Actor } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database, Tx } from "#platform/db/database.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { placeOfFault } from "#shared/problem.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import type { SendJob } from "./send-job.ts";

/** Work done after the commit that asked for it, delivered at least once: handlers are idempotent. */
export interface JobSpec<Data> {
  /** queue name, noun-verb: «programme-replan» */
  readonly queue: string;
  readonly data: ZodType<Data>;
  /** how often a failed run is tried again; default 3, with growing pauses */
  readonly retries?: number;
  handle(data: Data, worker: WorkerTools): Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of jobs of different shapes; each is checked where it is declared
export type Job = JobSpec<any>;

/** A job as it is declared: keeps `Data` of its contract and handler the same. */
export function job<Data>(spec: JobSpec<Data>): Job {
  return spec;
}

export interface WorkerTools {
  readonly clock: Clock;
  readonly files: FileStore;
  /** one transaction as the system in one territory */
  within<T>(territoryId: Id, work: (context: UseCaseContext) => Promise<T>): Promise<T>;
}

export interface Jobs {
  senderFor(tx: Tx, sent?: Set<string>): SendJob;
  /** starts the worker of the queues in this process */
  work(jobs: readonly Job[]): Promise<void>;
  /** makes this process look at the queues at once instead of at its next turn */
  wake(queues: Iterable<string>): void;
  /** resolves when no job waits or runs; for tests and the demo loader */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts pg-boss on the same database and creates the queues; the app role may add jobs, nothing more. */
export async function startJobs(
  url: string,
  database: Database,
  jobs: readonly Job[],
  clock: Clock,
  files: FileStore,
  log: (line: string) => void,
): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 4, schema: "pgboss" });
  // a dropped connection is retried by pg-boss itself; without a listener it would end the program
  boss.on("error", () => {});
  await boss.start();
  for (const spec of jobs)
    await boss.createQueue(spec.queue, {
      name: spec.queue,
      policy: "standard",
      retryLimit: spec.retries ?? 3,
      retryDelay: 1,
      retryBackoff: true,
    });
  await database.pool.query(
    "grant usage on schema pgboss to orientir_app; grant select, insert on all tables in schema pgboss to orientir_app",
  );

  const workers = new Map<string, string>();
  const senderFor =
    (tx: Tx, sent?: Set<string>): SendJob =>
    async (queue, data, options) => {
      const db = {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows as unknown[],
        }),
      };
      await boss.send(queue, data as object, {
        db,
        ...(options?.afterSeconds ? { startAfter: options.afterSeconds } : {}),
      });
      sent?.add(queue);
    };
  const system = (territoryId: Id): Actor => ({ kind: "system", territoryId });
  const wake = (queues: Iterable<string>) => {
    for (const queue of queues) {
      const worker = workers.get(queue);
      if (worker) boss.notifyWorker(worker);
    }
  };
  const tools: WorkerTools = {
    clock,
    files,
    within: async (territoryId, work) => {
      const actor = system(territoryId);
      const sent = new Set<string>();
      const result = await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, (tx) =>
        work({
          actor,
          tx,
          clock,
          newId: makeId,
          files,
          journal: journalWriter(tx, actor, clock, makeId),
          send: senderFor(tx, sent),
        }),
      );
      wake(sent);
      return result;
    },
  };
  return {
    senderFor,
    wake,
    async work(list) {
      for (const spec of list) {
        const id = await boss.work<object>(spec.queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([one]) => {
          if (one) await tried(spec, one.data, tools, log);
        });
        workers.set(spec.queue, id);
      }
    },
    async settled() {
      for (;;) {
        const { rows } = await database.pool.query<{ waiting: number }>(
          "select count(*)::int as waiting from pgboss.job where state in ('created', 'active', 'retry') and name not like '\\_\\_%'",
        );
        if (rows[0]!.waiting === 0) return;
        wake(workers.keys());
        await new Promise((wait) => setTimeout(wait, 50));
      }
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 8000 }),
  };
}

/** A failure is told in the log by its place; the database's own message may quote values, so it is not stored with the job. */
async function tried(spec: Job, data: unknown, tools: WorkerTools, log: (line: string) => void): Promise<void> {
  try {
    await spec.handle(spec.data.parse(data), tools);
  } catch (fault) {
    log(`сбой фоновой работы ${spec.queue}: ${placeOfFault(fault)}`);
    // oxlint-disable-next-line preserve-caught-error -- pg-boss stores the error with its cause, and a cause may quote values
    throw new Error(`${spec.queue} failed`);
  }
}
