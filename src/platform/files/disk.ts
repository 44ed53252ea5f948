import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";

/** A file being written. */
export interface WritingHandle {
  append(part: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The few things the store asks of a disk. Tests put one in its place that fails, or ends the process, at the n-th of them. */
export interface Disk {
  /** the first folder that was not there; undefined where all were */
  makeFolder(path: string): Promise<string | undefined>;
  create(path: string): Promise<WritingHandle>;
  read(path: string): Promise<Uint8Array>;
  openRead(path: string): Promise<Readable>;
  /** undefined where there is no such file */
  stat(path: string): Promise<{ readonly bytes: number; readonly changedAt: Date } | undefined>;
  list(path: string): Promise<readonly string[]>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The name of a new file survives a power cut only when its folder is synced too; Windows has no such call. */
  syncFolder(path: string): Promise<void>;
}

export const machineDisk: Disk = {
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
  async create(path) {
    const file = await open(path, "wx", 0o600);
    return {
      // writes the whole part or throws; a plain write may stop in the middle of it
      append: (part) => file.appendFile(part),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  read: readFile,
  async openRead(path) {
    const file = await open(path, "r");
    return createReadStream("", { fd: file });
  },
  stat: (path) =>
    stat(path).then(
      ({ size, mtime }) => ({ bytes: size, changedAt: mtime }),
      (fault: NodeJS.ErrnoException) => {
        if (fault.code === "ENOENT") return undefined;
        throw fault;
      },
    ),
  list: (path) => readdir(path),
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    if (process.platform === "win32") return;
    const handle = await open(path, "r");
    await handle.sync();
    await handle.close();
  },
};
