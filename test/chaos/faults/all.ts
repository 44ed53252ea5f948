import type { Fault } from "../fault.ts";
import { clockJumps } from "./clock.ts";
import { failingFiles } from "./failing-files.ts";
import { killBackend, killDatabase, restartDatabase } from "./kill-database.ts";
import { killImport } from "./kill-import.ts";
import { killServer } from "./kill-server.ts";
import { killUpload } from "./kill-upload.ts";
import { killWorker } from "./kill-worker.ts";
import { poisonJob } from "./poison.ts";
import { secondProcess } from "./second-process.ts";
import { gracefulStop } from "./stop.ts";
import { fullDisk } from "./full-disk.ts";
import { killMigration } from "./kill-migration.ts";
import { mailDown } from "./mail-down.ts";
import { slowDatabase } from "./slow-database.ts";

/** Every fault, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  killServer,
  killDatabase,
  killBackend,
  killWorker,
  killUpload,
  killImport,
  gracefulStop,
  restartDatabase,
  slowDatabase,
  fullDisk,
  killMigration,
  secondProcess,
  clockJumps,
  poisonJob,
  mailDown,
  failingFiles,
];
