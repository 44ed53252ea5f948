import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What instrumented policies and guards ask while they run. One build of the program holds every fault; at most one is on at a time.
 * The build that people use knows nothing of this.
 */
export interface Switch {
  /** the fault that is on */
  active: number | undefined;
  /** every check of the application answers yes */
  open: boolean;
  /** does the work and tells what it passed; works that go at once are told apart */
  noting<Value>(work: () => Promise<Value>): Promise<Noted & { readonly value: Value }>;
  /** is this fault on? `minds`: it would change something here and now */
  on(fault: number, minds?: boolean): boolean;
  /** the value as it is; noted where the fault would have made another of it */
  kept<Value>(fault: number, value: Value, made: Value): Value;
  /** the policy, or the wider one where the fault is on */
  asked(fault: number, policy: Policy, wider: string): Policy;
  /** policies by name, for faults that take one for another */
  readonly policies: Record<string, Policy>;
  /** lists that hold everything, for faults of scopes */
  everything: { readonly territories: readonly string[]; readonly organisations: readonly string[] };
}

export interface Noted {
  /** places of faults passed by the request */
  readonly reached: Set<number>;
  /** those of them that answered otherwise than their fault would */
  readonly minded: Set<number>;
}

type Policy = (...args: never[]) => unknown;

declare global {
  var probeSwitch: Switch;
}

/** Makes the switch; before any instrumented module runs. */
export function makeSwitch(): Switch {
  /** a wider policy is asked only to compare: what it passes was not passed by the request */
  let isComparing = false;
  const noted = new AsyncLocalStorage<Noted>();
  const notes = () => (isComparing || made.active !== undefined ? undefined : noted.getStore());
  const made: Switch = {
    active: undefined,
    open: false,
    async noting(work) {
      const one = { reached: new Set<number>(), minded: new Set<number>() };
      return { ...one, value: await noted.run(one, work) };
    },
    on(fault, minds = false) {
      const one = notes();
      one?.reached.add(fault);
      if (minds) one?.minded.add(fault);
      return made.active === fault;
    },
    kept(fault, value, other) {
      const one = notes();
      if (one && !isSame(value, other)) one.minded.add(fault);
      return value;
    },
    asked(fault, policy, wider) {
      const other = made.policies[wider]!;
      if (made.on(fault)) return other;
      const one = notes();
      if (!one) return policy;
      return (...args) => {
        const value = policy(...args);
        isComparing = true;
        const isOther = !isSame(value, other(...args));
        isComparing = false;
        if (isOther) one.minded.add(fault);
        return value;
      };
    },
    policies: {},
    everything: { territories: [], organisations: [] },
  };
  globalThis.probeSwitch = made;
  return made;
}

/** Conditions are compared by yes or no, lists and scopes by what they hold. */
function isSame(one: unknown, other: unknown): boolean {
  return typeof other === "boolean" ? Boolean(one) === other : JSON.stringify(one) === JSON.stringify(other);
}
