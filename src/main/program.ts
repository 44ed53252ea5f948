import type { FastifyInstance } from "fastify";
import { join } from "node:path";
import { requireRestored } from "#platform/backup/place.ts";
import { makeClock, type Clock } from "#platform/clock/clock.ts";
import { openDatabase, type Database } from "#platform/db/database.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openReplica } from "#platform/db/replica.ts";
import { openFileStore, type FileStore, type StorePlaces } from "#platform/files/store.ts";
import { makeServer } from "#platform/http/server.ts";
import type { Answered } from "#platform/http/answered.ts";
import type { Route } from "#platform/http/route.ts";
import { startJobs, type Jobs } from "#platform/jobs/jobs.ts";
import { startSealing, type Sealing } from "#platform/journal/sealer.ts";
import { makeMetrics, type Metrics } from "#platform/operations/metrics.ts";
import { actorFinder } from "#features/people/server/actors.ts";
import { takeUpRestored } from "./backup/restored-jobs.ts";
import { letterJobs } from "#platform/mail/letter-jobs.ts";
import type { Installation } from "#platform/http/installation.ts";
import { firstPictures } from "./first-pictures.ts";
import { openInstallation, type InstallationOptions } from "./installation.ts";
import { JOBS } from "./jobs.ts";
import { keepSweeping } from "./keep-sweeping.ts";
import { keepPurging } from "./purge.ts";
import { keepFigureRounds, type FigureRounds } from "./keep-figure-rounds.ts";
import { keepReminders, type ReminderWatch } from "./keep-reminders.ts";
import { keepRetention } from "./keep-retention.ts";
import { readinessOf } from "./ready.ts";
import { ROUTES } from "./routes.ts";

const UNDER_WAY_MS = 10_000;

export interface ProgramOptions extends InstallationOptions {
  readonly databaseUrl: string;
  /** as in `Settings` */
  readonly databaseDirectUrl?: string | undefined;
  /** as in `Settings`; of use only where requests are answered */
  readonly databaseReadUrl?: string | undefined;
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  readonly webFolder: string | undefined;
  /** of what draws the first pictures of the pages; none are drawn where left out */
  readonly picturesFolder?: string | undefined;
  readonly now: Date | undefined;
  /** as in `Settings` */
  readonly proxy?: string | undefined;
  /** background work is done in this process; true unless said otherwise */
  readonly works?: boolean;
  readonly extraRoutes?: readonly Route[];
  /** file of the journal's seals outside the database; in the data folder where left out */
  readonly journalSeals?: string | undefined;
  /** where files lie, who scans them, how much room there is; the data folder and the usual where left out */
  readonly filePlaces?: StorePlaces;
  /** whether the jobs that a restored backup brought are taken up; true where left out */
  readonly takesUp?: boolean;
  /** counts are kept for a Prometheus server */
  readonly metrics?: boolean;
  readonly log: (line: string) => void;
  /** told of each answered request */
  readonly answered?: (answered: Answered) => void;
}

export interface Program {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly installation: Installation;
  readonly sealing: Sealing;
  readonly metrics: Metrics | undefined;
  readonly reminders: ReminderWatch;
  /** undefined where this process does no background work */
  readonly figures: FigureRounds | undefined;
  stop(): Promise<void>;
}

/** Puts the whole program together on a database that is running: migrations, jobs, routes. Listening is the caller's. */
export async function assemble(options: ProgramOptions): Promise<Program> {
  if (options.takesUp !== false) await requireRestored(options.dataFolder);
  await migrate(options.databaseDirectUrl ?? options.databaseUrl, options.migrationsFolder);
  const clock = makeClock(options.now);
  const pooled = options.databaseDirectUrl !== undefined;
  const database = openDatabase(options.databaseUrl, { pooled });
  const files = await openFileStore(join(options.dataFolder, "files"), options.filePlaces);
  const { post, ...installation } = await openInstallation(options, options.dataFolder, database.pool);
  const work = [...JOBS, ...(post ? letterJobs(post, options.log) : [])];
  const jobs = await startJobs(options.databaseUrl, database, work, clock, files, installation, options.log);
  if (options.works !== false) await jobs.work(work);
  if (options.takesUp !== false)
    await takeUpRestored(
      database,
      jobs,
      work.map(({ queue }) => queue),
      options.log,
    );
  const purging = keepPurging(database, options.log);
  const retaining = keepRetention(database, jobs, options.log);
  const reminders = await keepReminders(database, jobs, clock, options.log);
  const figures = options.works === false ? undefined : keepFigureRounds(database, jobs, clock, options.log);
  const stopSweeping = keepSweeping({ database, files, clock }, jobs, options.log);
  const record = sealsFile(options.dataFolder, options.journalSeals);
  const sealing = startSealing(database.upkeep, record, clock, options.log);
  const metrics = options.metrics ? makeMetrics(database) : undefined;
  const { databaseReadUrl, log } = options;
  const replica = databaseReadUrl
    ? openReplica(databaseReadUrl, database, { pooled, log, told: metrics?.reading })
    : undefined;
  const server = await makeServer({
    routes: [...ROUTES, ...(options.extraRoutes ?? [])],
    database,
    replica,
    jobs,
    files,
    clock,
    findActor: actorFinder(clock, installation.secondFactor),
    installation,
    webFolder: options.webFolder,
    pictures: options.picturesFolder === undefined ? undefined : firstPictures(options.picturesFolder),
    proxy: options.proxy,
    ready: readinessOf({ ...options, database, replica, jobs }),
    log: options.log,
    answered: (one) => {
      metrics?.answered(one);
      options.answered?.(one);
    },
  });
  return {
    server,
    database,
    jobs,
    files,
    clock,
    installation,
    sealing,
    metrics,
    reminders,
    figures,
    stop: async () => {
      clearInterval(purging);
      clearInterval(retaining);
      reminders.stop();
      await figures?.stop();
      await stopSweeping();
      // nothing new comes in; what is under way gets its time, then its line is cut and it is asked again with its key
      const cut = setTimeout(() => server.server.closeAllConnections(), UNDER_WAY_MS);
      await server.close();
      clearTimeout(cut);
      await jobs.stop();
      post?.close();
      // what the last requests noted is sealed too
      await sealing.stop();
      await replica?.close();
      await database.close();
    },
  };
}

/** Where the journal's seals are kept outside the database. */
export function sealsFile(dataFolder: string, given: string | undefined): string {
  return given ?? join(dataFolder, "journal", "seals.jsonl");
}
