import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

export const MAX_FILE_BYTES = 30 * 1024 * 1024;

export class FileTooLargeError extends Error {}

export interface StoredContent {
  readonly sha256: string;
  readonly bytes: number;
}

/** Content-addressed store in a folder: a file is named by its SHA-256, so the same paper is kept once. */
export interface FileStore {
  /** Takes a stream to the disk, fsynced, before any row tells of it. Throws FileTooLargeError beyond 30 MB; nothing is left behind then. */
  keep(content: Readable): Promise<StoredContent>;
  open(sha256: string): Readable;
  read(sha256: string): Promise<Uint8Array>;
}

export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async keep(content) {
      await mkdir(join(folder, "incoming"), { recursive: true, mode: 0o700 });
      const half = join(folder, "incoming", randomBytes(12).toString("hex"));
      const hash = createHash("sha256");
      let bytes = 0;
      const file = await open(half, "wx", 0o600);
      try {
        for await (const chunk of content) {
          const part = chunk as Buffer;
          bytes += part.length;
          if (bytes > MAX_FILE_BYTES) throw new FileTooLargeError();
          hash.update(part);
          await file.write(part);
        }
        await file.sync();
      } catch (fault) {
        await file.close();
        await rm(half, { force: true });
        throw fault;
      }
      await file.close();
      const sha256 = hash.digest("hex");
      const place = placeOf(sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      if (
        await stat(place).then(
          () => true,
          () => false,
        )
      )
        await rm(half);
      else await rename(half, place);
      return { sha256, bytes };
    },
    open: (sha256) => createReadStream(placeOf(sha256)),
    read: async (sha256) => new Uint8Array(await readFile(placeOf(sha256))),
  };
}
