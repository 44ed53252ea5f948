import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { startEmbedded } from "../src/platform/db/embedded/server.ts";
import { assemble } from "../src/main/program.ts";
import { projectRoot } from "../src/main/place.ts";
import { WORLD_SIZES } from "../src/main/world/sizes.ts";
import { makeDistrict } from "./district.ts";
import { filling } from "./filling.ts";
import { longLists } from "./long-list.ts";
import { idleMemory } from "./memory.ts";
import { obligationPage } from "./obligation-page.ts";
import { planYear } from "./planning.ts";
import { readDocument } from "./read-document.ts";
import type { Measure } from "./timing.ts";
import { villageLine } from "./village-line.ts";

/*
 * npm run bench [-- reading | world | planning | http | memory | web …]: each figure beside its limit, measured in the same run. Reading is tried on the
 * document named by ORIENTIR_BENCH_DOCX, else on a long network programme where the source documents are at hand, else on the demo's.
 */
const MEMORY_AIM_MIB = 400;
const root = projectRoot();
const named = process.argv.slice(2);
const wanted = (group: string) => named.length === 0 || named.includes(group);
const folder = await mkdtemp(join(tmpdir(), "orientir-bench-"));
// the database's own user must be able to enter it where the suite runs as root
await chmod(folder, 0o755);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const figure = (value: number) => value.toLocaleString("ru", { maximumFractionDigits: value < 100 ? 1 : 0 });
const show = ({ name, unit, ours, limit, limitName }: Measure) =>
  print(
    `${name}: ${figure(ours)} ${unit}; предел (${limitName}): ${figure(limit)} ${unit}; отношение ${figure(unit === "мс" ? ours / limit : limit / ours)}`,
  );

if (wanted("reading")) {
  const long = resolve(root, process.env.ORIENTIR_SOURCES ?? "../shared/sources", "kovrov-network-programme.docx");
  const demo = join(root, "fixtures", "documents", "school-support-demo.docx");
  const path = process.env.ORIENTIR_BENCH_DOCX ?? (existsSync(long) ? long : demo);
  print(`Документ: ${basename(path)}`);
  for (const measure of await readDocument(path)) show(measure);
}
if (wanted("world")) {
  const embedded = await startEmbedded(join(folder, "worlds"), () => {});
  const filled = await filling(root, folder, embedded.url, { size: WORLD_SIZES.M, rounds: 3 });
  show({ ...filled, name: `${filled.name}, сроков ${filled.obligations}, строк ${filled.rows}` });
  await embedded.stop();
}
if (wanted("planning") || wanted("http")) await underDatabase();
if (wanted("memory") || wanted("web"))
  spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: ["ignore", "ignore", "inherit"] });
if (wanted("memory")) {
  const memory = await idleMemory(root, join(folder, "demo"));
  if (memory)
    print(
      `память без нагрузки с демонстрацией (PSS): программа ${figure(memory.server)} МиБ, база ${figure(memory.database)} МиБ, вместе ${figure(memory.server + memory.database)} МиБ; цель ${MEMORY_AIM_MIB} МиБ`,
    );
}
if (wanted("web"))
  for (const { name, readMs, answersMs, bytes, scriptBytes } of await villageLine(root, join(folder, "village")))
    print(
      `главная школы на сельской линии (400 мс, 400 кбит/с, процессор вчетверо медленнее), ${name}: список читается и «Отчитаться» ведёт дальше через ${figure(readMs / 1000)} с, всё на странице отвечает через ${figure(answersMs / 1000)} с; передано ${figure(bytes / 1024)} КиБ, из них код ${figure(scriptBytes / 1024)} КиБ`,
    );
if (wanted("web"))
  for (const { name, total, rows, frames, longestMs, limitFrames } of await longLists(root, join(folder, "lists")))
    print(
      `${name}, всего ${figure(total)}: строк на странице не больше ${figure(rows)} (предел 100), прокрутка ${figure(frames)} кадров/с (цель 50; пустая страница здесь же ${figure(limitFrames)}), самая долгая пауза ${figure(longestMs)} мс`,
    );
await rm(folder, { recursive: true, force: true });

async function underDatabase(): Promise<void> {
  const embedded = await startEmbedded(join(folder, "data"), () => {});
  try {
    const program = await assemble({
      databaseUrl: embedded.url,
      dataFolder: folder,
      migrationsFolder: join(root, "migrations"),
      webFolder: undefined,
      now: undefined,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    const district = await makeDistrict(program);
    const planned = await planYear(program, district);
    if (wanted("planning")) show({ ...planned, name: `${planned.name}, строк ${planned.rows}` });
    if (wanted("http")) {
      await program.jobs.settled();
      // planning was measured several times over and left rows that no real district has: they are cleared, and sizes are known
      await program.database.pool.query("vacuum (full, analyze)");
      show(await obligationPage(program, district));
    }
    await program.stop();
  } finally {
    await embedded.stop();
  }
}
