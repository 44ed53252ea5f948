import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Disk } from "./disk.ts";
import { FileTooLargeError, MAX_FILE_BYTES } from "./limits.ts";
import type { FileStore, ReceivedFile } from "./store.ts";

/** After this nobody receives the same file any more, whatever the machine. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** This machine, in a few letters: several may share one folder. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** Where files lie while they are received; clears what runs that ended had left there. */
export async function openIncoming(
  folder: string,
  disk: Disk,
): Promise<Pick<FileStore, "receive" | "readReceived" | "drop">> {
  await disk.makeFolder(folder);
  for (const name of await disk.list(folder)) {
    if (await isForgotten(disk, join(folder, name), name)) await disk.remove(join(folder, name));
  }
  return {
    receive: (content) =>
      receive(content, join(folder, `${MACHINE}-${process.pid}-${randomBytes(12).toString("hex")}`), disk),
    readReceived: async (received) => new Uint8Array(await disk.read(received.path)),
    drop: (received) => disk.remove(received.path),
  };
}

/** Left by a process of this machine that is no more, or by an earlier one with our number; or lying here since yesterday. */
async function isForgotten(disk: Disk, path: string, name: string): Promise<boolean> {
  const [machine, pid] = name.split("-");
  if (machine === MACHINE) return Number(pid) === process.pid ? !ownRun.has(path) : !isAlive(Number(pid));
  const found = await disk.stat(path);
  return found !== undefined && Date.now() - found.changedAt.getTime() > FORGOTTEN_MS;
}

/** What this very process receives now: a second store over the same folder, as the command line opens, must not clear it. */
const ownRun = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function receive(content: Readable, path: string, disk: Disk): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  ownRun.add(path);
  try {
    const file = await disk.create(path);
    try {
      for await (const chunk of content) {
        const part = chunk as Buffer;
        bytes += part.length;
        if (bytes > MAX_FILE_BYTES) throw new FileTooLargeError();
        hash.update(part);
        await file.append(part);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (fault) {
    await disk.remove(path).catch(() => undefined);
    throw fault;
  } finally {
    ownRun.delete(path);
  }
  return { sha256: hash.digest("hex"), bytes, path };
}
