import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { projectRoot } from "#main/place.ts";
import type { attack, AttackOptions } from "./attack.ts";
import { buildWithFaults } from "./build.ts";
import { makeSwitch } from "./switch.ts";

const HELP = `npm run probe [-- --probes N --seed S --walk --walls --guards --only БУКВЫ --routes БУКВЫ]

Нападает на обе стены доступа: каждым маршрутом, от имени каждого лица, на каждую чужую запись, и считает утечки; затем на каждую стену
отдельно; затем ломает каждую проверку и каждую стену по очереди и считает, сколько поломок замечено.
  --probes N   сколько проб (без указания 24000)
  --seed S     какие из всех проб
  --walk       только пробы, без поломок
  --walls      только обе стены вместе и стена базы
  --guards     только проверки программы, без стены базы
  --only       ломать проверки только тех файлов, в пути которых есть эти буквы (несколько через запятую)
  --routes     нападать только теми маршрутами, в действии которых есть эти буквы (несколько через запятую)`;

const { values } = parseArgs({
  options: {
    probes: { type: "string", default: "24000" },
    seed: { type: "string", default: "20261122" },
    walk: { type: "boolean", default: false },
    walls: { type: "boolean", default: false },
    guards: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    routes: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (values.help) say(HELP);
else {
  const began = performance.now();
  const { file, faults } = await buildWithFaults(projectRoot());
  makeSwitch();
  const built = (await import(pathToFileURL(file).href)) as { readonly attack: typeof attack };
  const options: AttackOptions = {
    probes: Number(values.probes),
    seed: Number(values.seed),
    breaking: !values.walk,
    only: values.only,
    routes: values.routes,
    part: values.walls ? "walls" : values.guards ? "guards" : undefined,
    say,
  };
  const holds = await built.attack(faults, options);
  say(`${holds ? "Стены стоят" : "Стены не выдержали"}, ${((performance.now() - began) / 1000).toFixed(0)} с.`);
  process.exitCode = holds ? 0 : 1;
}
