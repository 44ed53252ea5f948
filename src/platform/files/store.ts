import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

export const MAX_FILE_BYTES = 30 * 1024 * 1024;

export class FileTooLargeError extends Error {}

/** A file on the disk that nothing owns yet: it is adopted into the store or dropped. */
export interface ReceivedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
}

/** Content-addressed store in a folder: a file is named by its SHA-256, so the same paper is kept once. */
export interface FileStore {
  /** Takes a stream to the disk, fsynced. Throws FileTooLargeError beyond 30 MB; nothing is left behind then. */
  receive(content: Readable): Promise<ReceivedFile>;
  /** Keeps a received file for good; before the row that tells of it is committed. */
  adopt(received: ReceivedFile): Promise<void>;
  /** Drops what was received and not adopted. */
  drop(received: ReceivedFile): Promise<void>;
  readReceived(received: ReceivedFile): Promise<Uint8Array>;
  open(sha256: string): Readable;
  read(sha256: string): Promise<Uint8Array>;
}

/** Opens the store and clears what an earlier run had received and not adopted. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, "incoming");
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    receive: (content) => receive(content, join(incoming, randomBytes(12).toString("hex"))),
    async adopt(received) {
      const place = placeOf(received.sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const known = await stat(place).catch(() => undefined);
      // a file of the right name and another length was cut short by a full disk: the good one takes its place
      if (known?.size === received.bytes) await rm(received.path, { force: true });
      else await rename(received.path, place);
      await syncFolder(dirname(place));
    },
    drop: (received) => rm(received.path, { force: true }),
    readReceived: async (received) => new Uint8Array(await readFile(received.path)),
    open: (sha256) => createReadStream(placeOf(sha256)),
    read: async (sha256) => new Uint8Array(await readFile(placeOf(sha256))),
  };
}

async function receive(content: Readable, path: string): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content) {
      const part = chunk as Buffer;
      bytes += part.length;
      if (bytes > MAX_FILE_BYTES) throw new FileTooLargeError();
      hash.update(part);
      // writes the whole part or throws; a plain write may stop in the middle of it
      await file.appendFile(part);
    }
    await file.sync();
  } catch (fault) {
    await file.close();
    await rm(path, { force: true });
    throw fault;
  }
  await file.close();
  return { sha256: hash.digest("hex"), bytes, path };
}

/** The name of a new file survives a power cut only when its folder is synced too; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
