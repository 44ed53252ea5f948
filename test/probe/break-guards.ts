import { grouped } from "#shared/grouped.ts";
import { EQUIVALENTS, isThis } from "./equivalents.ts";
import { evenly } from "./evenly.ts";
import { tryProbe, tryProbes, type Verdict } from "./judge.ts";
import type { Fault } from "./operators.ts";
import type { Probe, Surroundings } from "./requests.ts";
import { AT_ONCE, type Walk } from "./walk.ts";
import type { World } from "./world.ts";

/** A fault that most of its probes do not notice is not sought for ever. */
const MOST = 400;

/**
 * Turns each fault of the checks on in its turn and sends probes until one notices: those of the walk that hung on its place, the refused
 * before the answered, then others of the routes that pass it. Row-level security is off, so that the checks answer for
 * themselves. Prints the faults that nothing noticed; true where the share noticed is enough.
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
  const passing = new Map<number, Verdict[]>();
  for (const one of passed)
    for (const place of one.reached) {
      const known = passing.get(place);
      if (known) known.push(one);
      else passing.set(place, [one]);
    }
  const survivors: Fault[] = [];
  const excused: Fault[] = [];
  let isExcuseFalse = false;
  for (const fault of faults) {
    const met = passing.get(fault.id) ?? [];
    const hung = met.filter(({ minded }) => minded.has(fault.id));
    const refused = hung.filter(({ status }) => status >= 400).map(({ probe }) => probe);
    const answered = hung.filter(({ status }) => status < 400).map(({ probe }) => probe);
    const routes = new Set((hung.length > 0 ? hung : met).map(({ probe }) => probe.route));
    const first = [...spread(refused, MOST / 2), ...spread(answered, MOST / 2)];
    const ofRoutes = (attack?: Probe["attack"]) =>
      all.filter((probe) => routes.has(probe.route) && (attack === undefined || probe.attack === attack));
    // what is in one's own hands is seldom among the first, and hangs on the finest of conditions
    const isSeen =
      (await isNoticed(world, around, first, fault.id)) ||
      (await isNoticed(world, around, spread(ofRoutes("named there"), MOST), fault.id)) ||
      (await isNoticed(world, around, spread(ofRoutes(), 3 * MOST), fault.id));
    const excuse = EQUIVALENTS.find(isThis(fault));
    const { operator, file, line, told } = fault;
    if (isSeen && excuse) {
      isExcuseFalse = true;
      say(`  названа равноценной, но замечена: ${operator} ${file}:${line} ${told}`);
    }
    if (isSeen) continue;
    (excuse ? excused : survivors).push(fault);
    if (excuse) say(`  равноценна: ${operator} ${file}:${line} ${told}: ${excuse.because}`);
    else
      say(`  осталась: ${operator} ${file}:${line} ${told}; проб мимо неё ${met.length}, иных без неё ${hung.length}`);
  }
  const judged = faults.length - excused.length;
  const noticed = judged - survivors.length;
  const share = judged === 0 ? 1 : noticed / judged;
  say(
    `Поломок проверок: ${judged}, замечено ${noticed} (${(share * 100).toFixed(1)} %); равноценных кроме них ${excused.length}.`,
  );
  return share >= enough && !isExcuseFalse;
}

async function isNoticed(
  world: World,
  around: Surroundings,
  probes: readonly Probe[],
  fault: number,
): Promise<boolean> {
  const { probeSwitch } = globalThis;
  for (let from = 0; from < probes.length; from += AT_ONCE) {
    probeSwitch.active = fault;
    const verdicts = await tryProbes(world, around, probes.slice(from, from + AT_ONCE));
    probeSwitch.active = undefined;
    // a leak that is there without the fault too has nothing to do with it
    for (const { probe, leak } of verdicts) if (leak && !(await tryProbe(world, around, probe)).leak) return true;
  }
  return false;
}

/** At most so many, evenly: of each route, persona and attack in its turn, of each over what it is aimed at. */
function spread(probes: readonly Probe[], most: number): readonly Probe[] {
  const groups = [
    ...grouped(
      probes,
      ({ route, persona, attack, variant }) => `${route.action} ${persona.name} ${attack} ${variant}`,
    ).values(),
  ];
  const each = Math.max(1, Math.ceil(most / Math.max(1, groups.length)));
  const taken = Array.from({ length: each }, (_, round) => groups.flatMap((group) => evenly(group, each)[round] ?? []));
  const inTurn = taken.flat();
  return inTurn.length > most && each === 1 ? evenly(inTurn, most) : inTurn.slice(0, most);
}
