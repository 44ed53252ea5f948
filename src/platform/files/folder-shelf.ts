import { dirname, join } from "node:path";
import { asHash } from "./content-hash.ts";
import type { Disk } from "./disk.ts";
import { FileMissingError } from "./limits.ts";
import type { KeptFile, Shelf } from "./store.ts";

/** Files in a folder of this machine: `ab/abcd…`, fsynced with the folders that name them. */
export function openFolderShelf(folder: string, disk: Disk): Shelf {
  const placeOf = (sha256: string) => join(folder, asHash(sha256).slice(0, 2), sha256);
  return {
    async put(received) {
      const place = placeOf(received.sha256);
      const made = await disk.makeFolder(dirname(place));
      await moveInto(disk, received, place);
      await disk.syncFolder(dirname(place));
      if (made !== undefined) await disk.syncFolder(dirname(made));
    },
    sizeOf: async (sha256) => (await disk.stat(placeOf(sha256)))?.bytes,
    open: (sha256) =>
      disk.openRead(placeOf(sha256)).catch((fault: NodeJS.ErrnoException) => {
        throw fault.code === "ENOENT" ? new FileMissingError("no such content") : fault;
      }),
    list: () => list(folder, disk),
    async remove(sha256) {
      await disk.remove(placeOf(sha256));
      await disk.syncFolder(dirname(placeOf(sha256))).catch(() => undefined);
    },
  };
}

/** The received file takes the place even of one that lies there: it heals what a full disk had cut short or a bad sector altered. */
async function moveInto(disk: Disk, received: { path: string; bytes: number }, place: string): Promise<void> {
  try {
    await disk.rename(received.path, place);
  } catch (fault) {
    // moved by the first try of a transaction that is tried again, or somebody reads the old one where a file in use stays
    const known = await disk.stat(place);
    if (known?.bytes !== received.bytes) throw fault;
    await disk.remove(received.path);
  }
}

async function* list(folder: string, disk: Disk): AsyncIterable<KeptFile> {
  for (const part of await disk.list(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const sha256 of await disk.list(join(folder, part))) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
      const found = await disk.stat(join(folder, part, sha256));
      if (found) yield { sha256, bytes: found.bytes, keptAt: found.changedAt };
    }
  }
}
