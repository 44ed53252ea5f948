import { tryProbes, type Leak, type Verdict } from "./judge.ts";
import type { Probe, Surroundings } from "./requests.ts";
import type { World } from "./world.ts";

export interface Walk {
  readonly probes: number;
  readonly leaks: readonly Leak[];
  readonly successes: number;
  /** actions that answered 200 at least once: their refusals say something */
  readonly answered: ReadonlySet<string>;
  readonly attacks: ReadonlyMap<string, number>;
  readonly passed: readonly Verdict[];
}

/** So many go at once: the database answers one while the program asks for another. */
export const AT_ONCE = 6;

/** Sends all probes; the world is the same before each. */
export async function walk(world: World, around: Surroundings, probes: readonly Probe[]): Promise<Walk> {
  const leaks: Leak[] = [];
  const answered = new Set<string>();
  const attacks = new Map<string, number>();
  const passed: Verdict[] = [];
  let successes = 0;
  for (let from = 0; from < probes.length; from += AT_ONCE)
    for (const one of await tryProbes(world, around, probes.slice(from, from + AT_ONCE))) {
      const { probe, status, leak } = one;
      passed.push(one);
      attacks.set(probe.attack, (attacks.get(probe.attack) ?? 0) + 1);
      if (status === 200) {
        successes += 1;
        answered.add(probe.route.action);
      }
      if (leak) leaks.push(leak);
    }
  return { probes: probes.length, leaks, successes, answered, attacks, passed };
}

/** A leak in one line: who, where, what. */
export function tell({ probe: { route, persona, attack, url }, told }: Leak): string {
  return `${route.action} — ${persona.name} (${attack}): ${told}; ${route.method} ${url}`;
}
