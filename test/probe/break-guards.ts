import { tryProbe } from "./judge.ts";
import type { Fault } from "./operators.ts";
import type { Probe, Surroundings } from "./requests.ts";
import type { Walk } from "./walk.ts";
import type { World } from "./world.ts";

/** A fault that most of its probes do not notice is not sought for ever. */
const MOST = 900;

/**
 * Turns each fault of the checks on in its turn and sends probes of the routes that pass its place until one notices: those that passed it
 * in the walk first, then any of these routes. Row-level security is off, so that the checks answer for themselves. Prints the faults that
 * nothing noticed; true where the share noticed is enough.
 */
export async function breakGuards(
  world: World,
  around: Surroundings,
  { passed }: Pick<Walk, "passed">,
  all: readonly Probe[],
  faults: readonly Fault[],
  enough: number,
  say: (line: string) => void,
): Promise<boolean> {
  const passing = new Map<number, Probe[]>();
  for (const [probe, places] of passed)
    for (const place of places) {
      const known = passing.get(place);
      if (known) known.push(probe);
      else passing.set(place, [probe]);
    }
  const survivors: Fault[] = [];
  for (const fault of faults) {
    const met = passing.get(fault.id) ?? [];
    const routes = new Set(met.map(({ route }) => route));
    const more = all.filter(({ route }) => routes.has(route));
    if (!(await isNoticed(world, around, [...spread(met, MOST / 3), ...spread(more, MOST)], fault.id)))
      survivors.push(fault);
  }
  const noticed = faults.length - survivors.length;
  const share = faults.length === 0 ? 1 : noticed / faults.length;
  say(`Поломок проверок: ${faults.length}, замечено ${noticed} (${(share * 100).toFixed(1)} %).`);
  for (const { operator, file, line, told, id } of survivors)
    say(`  осталась: ${operator} ${file}:${line} ${told}; проб мимо неё ${passing.get(id)?.length ?? 0}`);
  return share >= enough;
}

async function isNoticed(
  world: World,
  around: Surroundings,
  probes: readonly Probe[],
  fault: number,
): Promise<boolean> {
  const { probeSwitch } = globalThis;
  for (const probe of probes) {
    probeSwitch.active = fault;
    const { leak } = await tryProbe(world, around, probe);
    probeSwitch.active = undefined;
    // a leak that is there without the fault too has nothing to do with it
    if (leak && !(await tryProbe(world, around, probe)).leak) return true;
  }
  return false;
}

/** At most so many, evenly over the whole list: its beginning is one route and one persona. */
function spread(probes: readonly Probe[], most: number): readonly Probe[] {
  const step = Math.max(1, probes.length / most);
  return Array.from({ length: Math.min(probes.length, Math.floor(most)) }, (_, at) => probes[Math.floor(at * step)]!);
}
