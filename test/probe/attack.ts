import { ROUTES } from "#main/routes.ts";
import type { Route } from "#platform/http/route.ts";
import { EQUIVALENTS, isThis } from "./equivalents.ts";
import { breakWalls } from "./break-walls.ts";
import { breakGuards } from "./break-guards.ts";
import { grouped } from "#shared/grouped.ts";
import { makeOracle } from "./oracle.ts";
import { evenly } from "./evenly.ts";
import type { Fault } from "./operators.ts";
import { readRegistry } from "./registry.ts";
import { probesOf, type Probe, type Surroundings } from "./requests.ts";
import { wallOracle } from "./wall-oracle.ts";
import { tell, walk, type Walk } from "./walk.ts";
import { openWorld, type World } from "./world.ts";

export interface AttackOptions {
  /** how many probes, about */
  readonly probes: number;
  /** which of all the probes are taken */
  readonly seed: number;
  /** guards, policies and walls are broken in turn as well */
  readonly breaking: boolean;
  /** only faults of files whose path holds these letters */
  readonly only: string;
  /** only routes whose action holds these letters, or those after a comma */
  readonly routes: string;
  /** only both walls together and the database's alone, or only the checks alone */
  readonly part: "walls" | "guards" | undefined;
  readonly say: (line: string) => void;
}

/** Share of faults that must be noticed. */
const NOTICED = 0.95;

/**
 * Probes both walls of access, then each alone: with the application's checks off only the database stands, with row-level security off
 * only the checks. Then breaks each guard, policy and wall in turn and sees whether a probe notices. True where nothing leaked and enough
 * faults were noticed.
 */
export async function attack(faults: readonly Fault[], options: AttackOptions): Promise<boolean> {
  const { say } = options;
  const world = await openWorld();
  try {
    const registry = await readRegistry(world.pool);
    const oracle = makeOracle(world.territories, registry);
    const around: Surroundings = { territories: world.territories, registry, oracle, known: world.known };
    globalThis.probeSwitch.everything = {
      territories: world.territories.map((one) => one.id),
      organisations: registry.of("organisation").map((one) => one.id),
    };
    const all = [...allProbes(world, around, options.routes)];
    const probes = chosen(all, options);
    say(
      `Проб ${probes.length} из ${all.length}: маршрутов ${ROUTES.length}, лиц ${world.personas.length}, зерно ${options.seed}.`,
    );

    const holding = options.part === "guards" || (await bothWalls(world, around, probes, options));
    if (options.part === "walls") return holding;
    await world.pool.query(WALLS_OFF);
    const checks = await walk(world, around, probes);
    report("Стена базы снята, стоят проверки программы", checks, say);
    const idle = EQUIVALENTS.filter((one) => !faults.some((fault) => isThis(fault)(one)));
    for (const one of idle) say(`  равноценная поломка ничему не отвечает: ${one.operator} ${one.file} ${one.told}`);
    const wanted = faults.filter(({ file }) => options.only.split(",").some((one) => file.includes(one)));
    const brokenGuards = options.breaking ? await breakGuards(world, around, checks, all, wanted, NOTICED, say) : true;
    return holding && checks.leaks.length === 0 && brokenGuards && idle.length === 0;
  } finally {
    await world.close();
  }
}

/** The two walls together, then the database's alone, whole and broken. */
async function bothWalls(
  world: World,
  around: Surroundings,
  probes: readonly Probe[],
  { breaking, routes, say }: AttackOptions,
): Promise<boolean> {
  const both = await walk(world, around, probes);
  report("Обе стены", both, say);
  const silent = wantedRoutes(routes)
    .filter(({ action }) => !both.answered.has(action))
    .map(({ action }) => action);
  say(`  виды: ${[...both.attacks].map(([name, count]) => `${name} ${count}`).join(", ")}`);
  say(`  удачных ответов ${both.successes}; маршруты без единого: ${silent.join(", ") || "нет"}`);

  globalThis.probeSwitch.open = true;
  const database = await walk(world, { ...around, oracle: wallOracle(around) }, probes);
  report("Проверки программы выключены, стоит стена базы", database, say);
  globalThis.probeSwitch.open = false;
  const brokenWalls = await breakWalls(world, breaking, NOTICED, say);
  return both.leaks.length === 0 && database.leaks.length === 0 && brokenWalls;
}

const WALLS_OFF = `do $$ declare walled text; begin
  for walled in select c.relname from pg_class c where c.relrowsecurity and c.relnamespace = 'public'::regnamespace loop
    execute format('alter table %I disable row level security', walled);
  end loop; end $$`;

/** Leaks of one route that read alike are told once. */
function report(title: string, { leaks, probes }: Walk, say: (line: string) => void): void {
  say(`${title}: утечек ${leaks.length} из ${probes} проб.`);
  const alike = [...grouped(leaks, ({ probe, told }) => `${probe.route.action} ${told.replace(/[\da-f-]{12,}/g, "")}`)];
  for (const [, [leak, ...others]] of alike.slice(0, 40))
    say(`  ${tell(leak!)}${others.length > 0 ? ` (и ещё ${others.length})` : ""}`);
  if (alike.length > 40) say(`  … и ещё ${alike.length - 40} видов`);
}

function wantedRoutes(letters: string): readonly Route[] {
  return ROUTES.filter(({ action }) => letters.split(",").some((some) => action.includes(some)));
}

function* allProbes(world: World, around: Surroundings, letters: string): Generator<Probe> {
  for (const route of wantedRoutes(letters))
    for (const persona of world.personas) yield* probesOf(route, persona, around);
}

/**
 * One probe of each route, persona and attack, and of each other body; then what is asked of work in one's own hands and of what one
 * sees, where most is answered; then the rest evenly: every place is passed by somebody of every kind.
 */
function chosen(all: readonly Probe[], { probes, seed }: AttackOptions): readonly Probe[] {
  const groups = grouped(all, (probe) => [probe.route.action, probe.persona.name, probe.attack, probe.variant].join());
  const first = [...groups.values()].map((group) => group[seed % group.length]!);
  const taken = new Set(evenly(first, probes));
  const add = (some: readonly Probe[], most: number) => {
    const others = some.filter((probe) => !taken.has(probe));
    const step = Math.max(1, others.length / Math.max(0, most - taken.size));
    const from = seed % Math.ceil(Math.min(step, others.length));
    for (let at = from; at < others.length; at += step) taken.add(others[Math.floor(at)]!);
  };
  const left = probes - taken.size;
  add(
    all.filter((probe) => probe.attack === "named there"),
    taken.size + left / 3,
  );
  add(
    all.filter((probe) => probe.attack === "direct"),
    taken.size + left / 3,
  );
  add(all, probes);
  return all.filter((probe) => taken.has(probe));
}
