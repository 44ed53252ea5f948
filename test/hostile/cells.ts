import { ROUTES } from "#main/routes.ts";
import type { Route } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { randomOf, type Random } from "../fuzz/random.ts";
import { aimsOf, bodyOf, type Aim } from "../probe/aims.ts";
import { FORMS } from "../probe/forms.ts";
import type { Persona } from "../probe/place.ts";
import { readRegistry, type Registry } from "../probe/registry.ts";
import { countedByOffice } from "./counted-by-office.ts";
import { formulaCell, marksIn } from "./formula-cells.ts";
import { lookThrough } from "./live-formulas.ts";
import type { RunningProgram } from "./program.ts";
import type { PartOptions } from "./requests.ts";
import { sender, type Send } from "./send.ts";
import { makeTally, type Tally } from "./tally.ts";

/** Records made, with the texts of each that are exported somewhere. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  "measure.add": ["title", "level", "dueText", "result", "reportDocument", "responsibleText", "participantsText"],
  "organisation.create": ["name", "shortName", "address", "phone"],
  "person.add": ["familyName", "givenName", "patronymic", "phone", "name"],
  "paper.register": ["number", "title"],
  "programme.create": ["title", "shortTitle", "goal"],
  "call.record": ["note"],
};
/** where the contract takes fewer than eighty letters */
const MOST_LETTERS: Readonly<Record<string, number>> = { phone: 40, number: 60 };
/** a form may be refused; cells are put in until enough are taken */
const MOST_TRIES = 3;
const LANES = 4;

/** A filled program that listens. */
type Filled = Pick<RunningProgram, "address" | "personas" | "territories" | "known" | "pool">;

/** Puts `count` cells that want to be formulas into every text that is exported, exports all there is and looks for what came alive. */
export async function cellsPart(
  program: Filled,
  { from, count, seed, say, withoutOffice }: PartOptions,
): Promise<Tally> {
  const tally = makeTally("cells", seed);
  const send = sender(program.address, LANES);
  const town = program.territories.find(({ kind }) => kind === "municipality")!.id;
  const hands = handsOf(program, town);
  const registry = await readRegistry(program.pool);
  const random = randomOf(seed);
  const put = new Set<string>();
  const most = from + count * MOST_TRIES;
  for (let number = from; number < most && put.size < count;) {
    for (const [action, names] of Object.entries(MADE)) {
      const route = ROUTES.find((one) => one.action === action)!;
      const first = number;
      const cells = Object.fromEntries(
        names.map((name, at) => [name, formulaCell(first + at, random, MOST_LETTERS[name] ?? 80)]),
      );
      number += names.length;
      const aim = aimIn(route, town, program, registry, random);
      const status = await make(send, hands, route, aim, cells, registry, program);
      tally.count(`${action} ${status}`, status, 0, status === 200 ? names.length : 0);
      if (status === 200) for (const cell of Object.values(cells)) for (const mark of marksIn(cell)) put.add(mark);
      if (status >= 500 || status === 0) tally.fault("500", `${action}: ${status} ${JSON.stringify(cells)}`);
    }
  }
  say(`  внесено ${[...tally.kinds].map(([kind, times]) => `${kind} × ${times}`).join(", ")}`);
  const found = new Set<string>();
  const files: (readonly [string, Buffer])[] = [];
  for (const route of ROUTES.filter((one) => one.method === "GET" && !one.reply && one.action !== "file.download"))
    files.push(...(await exported(send, hands, route, town, program, registry, tally)));
  for (const [name, content] of files) {
    const { live, texts } = lookThrough(content);
    for (const text of texts) for (const mark of marksIn(text)) found.add(mark);
    for (const one of live.slice(0, 20)) tally.fault("живая формула", `${name}: ${one}`);
  }
  const workbooks = files.filter(([, content]) => content.includes("xl/workbook.xml"));
  const counted = withoutOffice ? [] : countedByOffice(workbooks);
  if (!counted) say("  LibreOffice здесь нет: файлы осмотрены только по их частям");
  for (const one of counted ?? []) tally.fault("живая формула", `в LibreOffice ${one}`);
  const back = [...put].filter((mark) => found.has(mark)).length;
  say(
    `  ячеек внесено ${put.size} из ${count}, прочитано обратно ${back}; файлов ${files.length}, из них книг в LibreOffice ${counted && !withoutOffice ? workbooks.length : 0}`,
  );
  if (back < put.size / 2) tally.fault("не по договору", `обратно прочитано лишь ${back} из ${put.size}`);
  return tally;
}

/** Those of the town who may make and export: whoever is not refused. */
function handsOf({ personas }: Filled, territoryId: Id): readonly Persona[] {
  const roles = ["officer", "administrator", "authority_head"];
  return personas.filter(
    (one) =>
      one.kind === "person" &&
      one.held.some((held) => held.territoryId === territoryId && !held.organisationId && roles.includes(held.role)),
  );
}

function aimIn(route: Route, territoryId: Id, program: Filled, registry: Registry, random: Random): Aim {
  const aims = aimsOf(route, program.territories, registry).filter((one) => one.territoryId === territoryId);
  const running = aims.filter(({ row }) => !row || row.state === "running" || row.state === "draft");
  // a programme of the whole territory: its own schools' ones are made by the schools
  if (route.action === "programme.create") return aims[0]!;
  return random.pick(running.length > 0 ? running : aims);
}

const filled = (path: string, aim: Aim, own: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => own[name] ?? String(aim.ids[name] ?? "2026"));

async function make(
  send: Send,
  hands: readonly Persona[],
  route: Route,
  aim: Aim,
  cells: Readonly<Record<string, string>>,
  registry: Registry,
  program: Filled,
): Promise<number> {
  const form = FORMS[route.action]?.(aim, registry, program.known) ?? {};
  const own = { ...form, login: null, role: null, ...cells };
  const body = Buffer.from(JSON.stringify(bodyOf(route, aim, own)));
  let status = 0;
  for (const { headers } of hands) {
    const sent = { ...headers, "content-type": "application/json" };
    ({ status } = await send({ method: route.method, path: filled(route.path, aim), headers: sent, body }));
    if (status === 200) return status;
  }
  return status;
}

/** Every file that the route gives out about the town. */
async function exported(
  send: Send,
  hands: readonly Persona[],
  route: Route,
  territoryId: Id,
  program: Filled,
  registry: Registry,
  tally: Tally,
): Promise<readonly (readonly [string, Buffer])[]> {
  const files: [string, Buffer][] = [];
  const formats = route.path.includes(":format") ? ["docx", "xlsx"] : [""];
  const aims = aimsOf(route, program.territories, registry)
    .filter((one) => one.territoryId === territoryId)
    .slice(0, 6);
  for (const aim of aims)
    for (const format of formats)
      for (const { headers } of hands) {
        const path = `${filled(route.path, aim, { format })}?territoryId=${territoryId}&year=2026&month=2026-11`;
        const got = await send({ method: "GET", path, headers, body: undefined });
        tally.count(`${route.action} ${got.status}`, got.status, got.milliseconds, 0);
        if (got.status >= 500 || got.status === 0)
          tally.fault(got.isHung ? "зависание" : "500", `${route.action}: ${got.status}`);
        if (got.status !== 200 || got.body.subarray(0, 2).toString("latin1") !== "PK") continue;
        files.push([`${route.action}${format && `.${format}`} ${files.length + 1}`, got.body]);
        break;
      }
  return files;
}
