/**
 * What instrumented policies and guards ask while they run. One build of the program holds every fault; at most one is on at a time.
 * The build that people use knows nothing of this.
 */
export interface Switch {
  /** the fault that is on */
  active: number | undefined;
  /** every check of the application answers yes */
  open: boolean;
  /** places of faults passed by the request */
  reached: Set<number>;
  /** is this fault on? */
  on(fault: number): boolean;
  /** policies by name, for faults that take one for another */
  readonly policies: Record<string, (...args: never[]) => unknown>;
  /** lists that hold everything, for faults of scopes */
  everything: { readonly territories: readonly string[]; readonly organisations: readonly string[] };
}

declare global {
  var probeSwitch: Switch;
}

/** Makes the switch; before any instrumented module runs. */
export function makeSwitch(): Switch {
  const made: Switch = {
    active: undefined,
    open: false,
    reached: new Set(),
    on(fault) {
      made.reached.add(fault);
      return made.active === fault;
    },
    policies: {},
    everything: { territories: [], organisations: [] },
  };
  globalThis.probeSwitch = made;
  return made;
}
