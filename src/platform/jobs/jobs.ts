import { CompiledQuery } from "kysely";
import PgBoss from "pg-boss";
import type { z } from "zod";
import type { Actor } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { NO_REACH, type Database, type Reach, type Tx } from "#platform/db/database.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { Installation } from "#platform/http/installation.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { placeOfFault } from "#shared/problem.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { giveUp } from "./give-up.ts";
import { openQueueDatabase } from "./queue-database.ts";
import { keepRuns, type ReturnedJob, type Runs } from "./runs.ts";
import { tryJob } from "./try-job.ts";
import type { SendJob } from "./send-job.ts";

/** Work done after the commit that asked for it, delivered at least once: handlers are idempotent. */
export interface JobSpec<Data> {
  /** queue name, noun-verb: «programme-replan» */
  readonly queue: string;
  readonly data: z.core.$ZodType<Data>;
  /** how often a failed run is tried again; default 3, with growing pauses */
  readonly retries?: number;
  handle(data: Data, worker: WorkerTools): Promise<void>;
  /** after the last try failed: tells whoever waits that nothing will come; may be called twice */
  givenUp?(data: Data, worker: WorkerTools): Promise<void>;
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
  readonly installation: Installation;
  /** one transaction as the system in one territory */
  within<T>(territoryId: Id, work: (context: UseCaseContext) => Promise<T>): Promise<T>;
  /** one transaction that stands in no territory: letters, sign-in */
  alone<T>(work: (context: UseCaseContext) => Promise<T>): Promise<T>;
}

export interface Jobs {
  senderFor(tx: Tx, sent?: Set<string>): SendJob;
  /** a piece of work in one territory that nobody asked for by a request, as the program itself, in one transaction */
  readonly within: WorkerTools["within"];
  /** starts the worker of the queues in this process */
  work(jobs: readonly Job[]): Promise<void>;
  /** makes this process look at the queues at once instead of at its next turn */
  wake(queues: Iterable<string>): void;
  /** resolves when no job waits or runs; for tests and the demo loader */
  settled(): Promise<void>;
  /** the last time this process told that it does background work, ms; undefined where it does none */
  beatAt(): number | undefined;
  stop(): Promise<void>;
}

/** A job that takes longer is given up: the longest, the reading of a document, is ended after a minute by itself. */
const MOST_SECONDS = 300;
/** how long jobs that run are waited for when the program stops; then they go back to their queues */
const STOP_MS = 8000;

/** Starts pg-boss on the same database and creates the queues; the app role may add jobs, nothing more. */
export async function startJobs(
  url: string,
  database: Database,
  jobs: readonly Job[],
  clock: Clock,
  files: FileStore,
  installation: Installation,
  log: (line: string) => void,
): Promise<Jobs> {
  const connections = openQueueDatabase(url);
  const boss = new PgBoss({ db: connections, schema: "pgboss" });
  // without a listener an error would end the program; what can be tried again is
  boss.on("error", (fault) => log(`сбой очереди: ${placeOfFault(fault)}`));
  await boss.start();
  for (const spec of jobs)
    await boss.createQueue(spec.queue, {
      name: spec.queue,
      policy: "standard",
      retryLimit: spec.retries ?? 3,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: MOST_SECONDS,
    });
  await database.pool.query(
    "grant usage on schema pgboss to orientir_app; grant select, insert on all tables in schema pgboss to orientir_app",
  );

  const workers = new Map<string, string>();
  let runs: Runs | undefined;
  let stopping = false;
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
  const acting = async <T>(actor: Actor, reach: Reach, work: (context: UseCaseContext) => Promise<T>): Promise<T> => {
    const sent = new Set<string>();
    const told = (tx: Tx) =>
      work({
        actor,
        tx,
        clock,
        newId: makeId,
        files,
        installation,
        journal: journalWriter(tx, actor, clock, makeId),
        send: senderFor(tx, sent),
      });
    const result = await database.within(reach, told, { patience: "work" });
    wake(sent);
    return result;
  };
  const tools: WorkerTools = {
    clock,
    files,
    installation,
    within: (territoryId, work) =>
      acting(system(territoryId), { person: undefined, reads: [territoryId], writes: [territoryId] }, work),
    alone: (work) => acting({ kind: "public" }, NO_REACH, work),
  };
  return {
    senderFor,
    within: tools.within,
    wake,
    async work(list) {
      const specs = new Map(list.map((spec) => [spec.queue, spec]));
      const giving = { tools, pool: database.pool, log };
      const onReturned = async (returned: readonly ReturnedJob[]) => {
        for (const { id, name, data, fate } of returned)
          if (fate !== "again") await giveUp(specs.get(name), { id, queue: name, data }, fate, giving);
        wake(returned.map((one) => one.name));
      };
      runs = await keepRuns(database.upkeep, onReturned, log);
      for (const spec of list) {
        const options = { pollingIntervalSeconds: 1, batchSize: 1, includeMetadata: true } as const;
        const id = await boss.work<object>(spec.queue, options, async ([one]) => {
          if (one) await tryJob(spec, one, { ...giving, runs: runs!, stopping: () => stopping });
        });
        workers.set(spec.queue, id);
      }
    },
    beatAt: () => runs?.beatAt(),
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
    async stop() {
      stopping = true;
      await boss.stop({ graceful: true, wait: true, timeout: STOP_MS });
      await runs?.stop();
      await connections.close();
    },
  };
}
