import { tryProbe, type Leak } from "./judge.ts";
import type { Probe, Surroundings } from "./requests.ts";
import type { World } from "./world.ts";

export interface Walk {
  readonly probes: number;
  readonly leaks: readonly Leak[];
  readonly successes: number;
  /** actions that answered 200 at least once: their refusals say something */
  readonly answered: ReadonlySet<string>;
  readonly attacks: ReadonlyMap<string, number>;
  readonly passed: readonly Passed[];
}

/** A probe with the places of faults that it passed and how it was answered. */
export interface Passed {
  readonly probe: Probe;
  readonly places: readonly number[];
  readonly status: number;
}

/** Sends the probes one after another; the world is the same before each. */
export async function walk(world: World, around: Surroundings, probes: readonly Probe[]): Promise<Walk> {
  const leaks: Leak[] = [];
  const answered = new Set<string>();
  const attacks = new Map<string, number>();
  const passed: Passed[] = [];
  let successes = 0;
  const { probeSwitch } = globalThis;
  for (const probe of probes) {
    probeSwitch.reached = new Set();
    const { status, leak } = await tryProbe(world, around, probe);
    passed.push({ probe, places: [...probeSwitch.reached], status });
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
