import { execFile } from "node:child_process";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Fault } from "../fault.ts";

const run = promisify(execFile);
/** the copied ground, the database's journal and a few hundred files find room; the ballast takes the rest */
const MEGABYTES = 700;
const CHUNK = Buffer.alloc(1 << 20);
const FULL_MS = 4000;

/** The disk of database and files is full for some seconds while people write; then there is room again. Needs the right to mount. */
export const fullDisk: Fault = {
  name: "disk",
  title: "полный диск",
  most: 8,
  async place(ground) {
    const folder = join(ground.folder, "small-disk");
    await mkdir(folder);
    try {
      await run("mount", ["-t", "tmpfs", "-o", `size=${MEGABYTES}m,mode=755`, "tmpfs", folder]);
    } catch {
      await rm(folder, { recursive: true });
      return undefined;
    }
    return {
      folder,
      leave: async () => {
        await run("umount", [folder]);
        await rm(folder, { recursive: true });
      },
    };
  },
  async run({ arena, strikes }) {
    const ballast = join(arena.dataFolder, "..", "ballast");
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(20);
      await fill(ballast);
      await new Promise((wait) => setTimeout(wait, FULL_MS));
      await rm(ballast);
      await arena.untilDone(20);
    }
  },
};

async function fill(path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    for (;;) await file.appendFile(CHUNK);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ENOSPC") throw fault;
  } finally {
    await file.close();
  }
}
