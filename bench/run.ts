import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/main/place.ts";
import { deadlineDay } from "./deadline/deadline-day.ts";
import { figureLine, figureTable, reaches, type Figure } from "./figure.ts";
import { exports } from "./export.ts";
import { filling } from "./filling.ts";
import { openGround, type Ground } from "./ground.ts";
import { longLists } from "./long-list.ts";
import { idleMemory, worldMemory } from "./memory.ts";
import { obligationPage } from "./obligation-page.ts";
import { officerHome } from "./officer-home.ts";
import { planYear } from "./planning.ts";
import { readDocument } from "./read-document.ts";
import { search } from "./search.ts";
import { submitting } from "./submit.ts";
import { regionBoard } from "./region-board.ts";
import { villageLine } from "./village-line.ts";
import { villagePages } from "./village-pages.ts";

/*
 * npm run bench [-- reading | world | http | submit | …]: figures of the product, each beside its limit measured in the same run; the groups
 * stand below. --small leaves the region out and takes the municipality in its place. A goal that is missed does not fail the run: only a
 * measure that could not be taken does.
 */
const GROUPS: Readonly<Record<string, readonly ((ground: Ground) => Promise<readonly Figure[]>)[]>> = {
  reading: [readDocument],
  world: [filling],
  http: [obligationPage],
  submit: [(ground) => submitting(ground)],
  planning: [planYear],
  export: [exports],
  search: [search],
  home: [officerHome],
  region: [regionBoard],
  memory: [idleMemory, worldMemory],
  load: [deadlineDay],
  web: [villageLine, villagePages, longLists],
};

const root = projectRoot();
const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { small: { type: "boolean", default: false } },
});
const unknown = named.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  process.stderr.write(`Нет измерений «${unknown.join("», «")}». Есть: ${Object.keys(GROUPS).join(", ")}.\n`);
  process.exit(2);
}
const data = resolve(process.env.ORIENTIR_DATA ?? join(root, "data"), "bench");
await mkdir(data, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), "orientir-bench-"));
// the database's own user must be able to enter it where the suite runs as root
await chmod(folder, 0o755);
const say = (line: string) => void process.stderr.write(`${line}\n`);
const ground = await openGround(root, { folder, keptFolder: data, large: options.small ? "M" : "R", say });
const figures: Figure[] = [];
try {
  for (const [name, measures] of Object.entries(GROUPS))
    if (named.length === 0 || named.includes(name))
      for (const measure of measures)
        for (const figure of await measure(ground)) {
          figures.push(figure);
          process.stdout.write(`${figureLine(figure)}\n`);
        }
} finally {
  await ground.close();
  await rm(folder, { recursive: true, force: true });
}
if (figures.some(({ id }) => id)) process.stdout.write(`\n${figureTable(figures)}\n`);
const results = join(data, "results.json");
await writeFile(results, `${JSON.stringify(figures, undefined, 2)}\n`);
const missed = figures.filter((figure) => reaches(figure) === false).length;
process.stdout.write(`\nИзмерений ${figures.length}, целей не достигнуто ${missed}. Числа: ${results}\n`);
