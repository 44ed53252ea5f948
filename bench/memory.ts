import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { startBuilt } from "./built-server.ts";
import type { Figure } from "./figure.ts";
import { asked, BENCH_NOW, type Ground } from "./ground.ts";

/** What the program and its database may take together, MiB: idle with a municipality, and on its deadline day. */
export const MOST_MIB = 512;
const SETTLED_MS = 8000;

export interface Taken {
  readonly program: number;
  readonly database: number;
}

/** PSS in MiB of the program and of its own database, idle with the demo district; none where the system has no /proc. */
export async function idleMemory(ground: Ground): Promise<readonly Figure[]> {
  if (process.platform !== "linux") return [];
  const server = await startBuilt(ground, { ORIENTIR_DATA: join(ground.folder, "demo"), ORIENTIR_DEMO: "1" });
  try {
    await new Promise((wait) => setTimeout(wait, SETTLED_MS));
    const [program, database] = [await pssOf([server.pid]), await pssOf(await descendantsOf(server.pid))];
    return [
      {
        name: "память без нагрузки с демонстрацией (PSS)",
        unit: "МиБ",
        ours: program + database,
        goal: { mostOurs: 400 },
        seen: { программа: program, база: database },
      },
    ];
  } finally {
    await server.stop();
  }
}

/** The same with a municipality in a database that runs apart. */
export async function worldMemory(ground: Ground): Promise<readonly Figure[]> {
  if (process.platform !== "linux") return [];
  const url = await ground.copyOf(await ground.world("M"));
  const server = await startBuilt(ground, {
    DATABASE_URL: url,
    ORIENTIR_DATA: join(ground.folder, "idle"),
    ORIENTIR_NOW: BENCH_NOW.toISOString(),
  });
  try {
    await new Promise((wait) => setTimeout(wait, SETTLED_MS));
    return memoryFigure("память программы и базы без нагрузки, мир M (PSS)", await takenBy(server.pid, url));
  } finally {
    await server.stop();
  }
}

/** P12; nothing where the database is on another machine. */
export function memoryFigure(name: string, taken: Taken | undefined): readonly Figure[] {
  if (!taken) return [];
  const { program, database } = taken;
  const seen = { программа: program, база: database };
  return [{ id: "P12", name, unit: "МиБ", ours: program + database, goal: { mostOurs: MOST_MIB }, seen }];
}

/**
 * PSS in MiB of the program with whatever it runs apart, and of all processes of its database; undefined where those are not of this machine.
 * On a server whose settings its owner may not see, Debian's say, give them that: `grant pg_read_all_settings to …`.
 */
export async function takenBy(pid: number, url: string): Promise<Taken | undefined> {
  const [place] = await asked<{ folder: string }>(url, "select current_setting('data_directory') as folder");
  // the number of its first process stands there; a database of another machine has no such folder here
  const lock = await readFile(join(place!.folder, "postmaster.pid"), "utf8").catch(() => undefined);
  if (lock === undefined) return undefined;
  const first = Number(lock.split("\n")[0]);
  const [program, database] = await Promise.all(
    [pid, first].map(async (one) => pssOf([one, ...(await descendantsOf(one))])),
  );
  return { program: program!, database: database! };
}

async function descendantsOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, "utf8").catch(() => "") : "";
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const found: number[] = [];
  for (let layer = [pid]; layer.length > 0;) {
    layer = [...parents].filter(([, parent]) => layer.includes(parent)).map(([child]) => child);
    found.push(...layer);
  }
  return found;
}

async function pssOf(pids: readonly number[]): Promise<number> {
  let kib = 0;
  for (const pid of pids)
    kib += Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => ""))?.[1] ?? 0);
  return kib / 1024;
}
