import { mkdir, open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { lockFolder } from "#platform/db/embedded/lock.ts";
import { clusterPlaces } from "#platform/db/embedded/places.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { FileStore } from "#platform/files/store.ts";
import { BackupError } from "./backup-error.ts";
import { emptyBucket, requireEmptyBucket, type Bucket } from "./bucket.ts";
import { requireFitting } from "./fits-program.ts";
import { loadDatabase } from "./load-database.ts";
import {
  exists,
  freeBytes,
  isUnfinished,
  isUnfinishedIn,
  markUnfinished,
  requireEmptyFolder,
  requireSpace,
  unmark,
} from "./place.ts";
import { walkBackup, type Walked } from "./walk-backup.ts";

export interface RestoreRequest {
  readonly path: string;
  readonly secretKey: string | undefined;
  /** version of this program, and its folder of migrations */
  readonly program: string;
  readonly migrations: string;
  /** the empty place: a data folder, and a database of one's own where the embedded one is not wanted */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** where the store keeps files instead of the data folder; empty too */
  readonly bucket?: Bucket | undefined;
  openStore(): Promise<FileStore>;
  /** what the restored place is asked before it is given back; throwing refuses it */
  afterwards?(url: string, walked: Walked): Promise<void>;
  readonly say: (line: string) => void;
  /** for tests of a full disk */
  readonly free?: (folder: string) => Promise<number>;
}

/** An empty cluster with its log takes this much before the first row. */
const CLUSTER_BYTES = 160 * 1024 * 1024;

/** Bytes of this machine's disk. Rows take about thrice the size of their text: themselves, indexes, the log of writing. */
export const spaceFor = ({ manifest }: Walked, { embedded, bucket }: { embedded: boolean; bucket: boolean }) =>
  (bucket ? 0 : manifest.files.bytes) + (embedded ? CLUSTER_BYTES + 3 * manifest.tableBytes : 0);

/** Reads the backup to its end and asks whether this version of the program takes it. Touches nothing. */
export async function checkBackup({
  path,
  secretKey,
  program,
  migrations,
}: Pick<RestoreRequest, "path" | "secretKey" | "program" | "migrations">): Promise<Walked> {
  const walked = await walkBackup(path, secretKey);
  await requireFitting(walked.header, program, migrations);
  return walked;
}

/**
 * Restores a backup into an empty place. All of the file and of the place is checked before the first byte is written; the rows come in one
 * transaction and are read again and compared before it is committed, and the files after that. What a failure leaves is cleared away.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Walked> {
  const { dataFolder, bucket, say } = request;
  await requireEmptyFolder(dataFolder);
  if (bucket && !(await isUnfinishedIn(dataFolder, bucket.name))) await requireEmptyBucket(bucket);
  say("Проверяю копию…");
  const checked = await checkBackup(request);
  const needed = spaceFor(checked, { embedded: request.databaseUrl === undefined, bucket: bucket !== undefined });
  requireSpace(await (request.free ?? freeBytes)(dataFolder), needed);
  await clearUnfinished(request);
  const fresh = !(await exists(dataFolder));
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  await markUnfinished(dataFolder, bucket?.name);
  const place = await openPlace(request).catch(async (fault: unknown) => {
    await clear(dataFolder, fresh);
    throw fault;
  });
  try {
    say("Восстанавливаю…");
    await fillPlace(request, place.url, checked);
    await migrate(place.url, request.migrations);
    await request.afterwards?.(place.url, checked);
    await place.close();
  } catch (fault) {
    await place.close();
    // a bucket that does not answer keeps the mark: the next restore empties it first
    const emptied = await (bucket ? emptyBucket(bucket) : Promise.resolve()).then(
      () => true,
      () => false,
    );
    if (emptied) await clear(dataFolder, fresh);
    throw fault;
  }
  await unmark(dataFolder);
  return checked;
}

async function openPlace({
  dataFolder,
  databaseUrl,
  say,
}: RestoreRequest): Promise<{ url: string; close(): Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: await lockFolder(dataFolder) };
  const embedded = await startEmbedded(dataFolder, say);
  return { url: embedded.url, close: () => embedded.stop() };
}

async function fillPlace(request: RestoreRequest, url: string, checked: Walked): Promise<void> {
  const store = await request.openStore();
  await loadDatabase(url, request.migrations, checked, async (loading) => {
    const again = await walkBackup(request.path, request.secretKey, {
      piece: loading.piece,
      async file(sha256, content) {
        const received = await store.receive(Readable.from([content]));
        try {
          if (received.sha256 !== sha256) throw new BackupError(`Файл ${sha256} записан не так, как стоит в копии.`);
          await store.carry(received);
          await store.adopt(received);
        } finally {
          await store.drop(received);
        }
      },
      beside: (name, content) => writeBeside(join(request.dataFolder, name), content),
    });
    if (again.digest !== checked.digest)
      throw new BackupError("Файл копии изменился, пока её восстанавливали. Ничего не изменено. Повторите.");
    await loading.complete();
  });
}

async function writeBeside(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a restore that was cut off left in the folder goes: the mark says that the place was empty before it. */
async function clearUnfinished({ dataFolder, databaseUrl, bucket, say }: RestoreRequest): Promise<void> {
  if (!(await isUnfinished(dataFolder))) return;
  say("Убираю незаконченное восстановление…");
  if (bucket && (await isUnfinishedIn(dataFolder, bucket.name))) await emptyBucket(bucket);
  // a database that the cut-off restore left running is stopped in order before its folder goes
  if (databaseUrl === undefined) await (await startEmbedded(dataFolder, () => {})).stop();
  await clear(dataFolder, false);
}

async function clear(dataFolder: string, all: boolean): Promise<void> {
  const [, beside] = clusterPlaces(dataFolder);
  await rm(dirname(beside!), { recursive: true, force: true });
  if (all) return rm(dataFolder, { recursive: true, force: true });
  for (const name of await readdir(dataFolder)) await rm(join(dataFolder, name), { recursive: true, force: true });
  return undefined;
}
