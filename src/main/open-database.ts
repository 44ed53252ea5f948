import { readSettings, type Settings } from "#platform/config/settings.ts";
import { makeClock, type Clock } from "#platform/clock/clock.ts";
import { openDatabase, type Database } from "#platform/db/database.ts";
import { runningEmbedded } from "#platform/db/embedded/attach.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { migrate } from "#platform/db/migrate.ts";
import { join } from "node:path";
import { projectRoot } from "./place.ts";

export interface OpenedDatabase {
  readonly url: string;
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** The database for a command: DATABASE_URL, or the embedded one, joined while the program runs and started for the command's time otherwise. */
export async function openForCommand(): Promise<OpenedDatabase> {
  const root = projectRoot();
  const settings = readSettings(process.env, root);
  const running = settings.databaseUrl ?? (await runningEmbedded(settings.dataFolder));
  const started = running
    ? undefined
    : await startEmbedded(settings.dataFolder, (line) => process.stderr.write(`${line}\n`));
  const url = running ?? started!.url;
  try {
    await migrate(settings.databaseDirectUrl ?? url, join(root, "migrations"));
  } catch (fault) {
    await started?.stop();
    throw fault;
  }
  const database = openDatabase(url, { pooled: settings.databaseDirectUrl !== undefined });
  return {
    url,
    settings,
    database,
    clock: makeClock(settings.now),
    close: async () => {
      await database.close();
      await started?.stop();
    },
  };
}
