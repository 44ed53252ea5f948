import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";

/** PSS in MiB of the program and of its database, idle with the demo district; none where the system has no /proc. */
export async function idleMemory({ root, folder, built }: Ground): Promise<readonly Figure[]> {
  if (process.platform !== "linux") return [];
  built();
  const { DATABASE_URL: _server, DATABASE_DIRECT_URL: _direct, ...env } = process.env;
  const program = spawn(process.execPath, [`${root}/dist/main/server.js`], {
    env: { ...env, ORIENTIR_DATA: join(folder, "demo"), ORIENTIR_PORT: "0", ORIENTIR_DEMO: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => program.once("exit", done));
  await new Promise<void>((ready, fail) => {
    program.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("http://")) ready();
    });
    program.once("exit", () => fail(new Error("the program did not start")));
  });
  await new Promise((wait) => setTimeout(wait, 8000));
  const database = await descendantsOf(program.pid!);
  const [server, base] = [await pssOf([program.pid!]), await pssOf(database)];
  program.kill("SIGTERM");
  await ended;
  return [
    {
      name: "память без нагрузки с демонстрацией (PSS)",
      unit: "МиБ",
      ours: server + base,
      goal: { mostOurs: 400 },
      seen: { программа: server, база: base },
    },
  ];
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
