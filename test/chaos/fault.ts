import type { Arena } from "./arena.ts";
import type { Ground } from "./ground.ts";
import type { Finding } from "./verify.ts";

/** How much of a fault is tried: times it strikes, and the most writes acknowledged between two strikes. */
export interface Dose {
  readonly strikes: number;
  readonly between: number;
}

/** Where the data folder of a fault lies. */
export interface Place {
  readonly folder: string;
  leave(): Promise<void>;
}

export interface Fault {
  /** as `--only` calls it */
  readonly name: string;
  readonly title: string;
  /** nobody is killed: how long it takes counts, the strikes are no kills */
  readonly gentle?: true;
  /** more strikes than these would tell nothing new, however long the run */
  readonly most?: number;
  /** a place of its own for the data folder; undefined where this machine gives none, and the fault is left out */
  place?(ground: Ground): Promise<Place | undefined>;
  /** strikes; the arena is verified by the runner afterwards. What the fault itself finds is added. */
  run(stage: Stage): Promise<readonly Finding[] | void>;
}

export interface Stage {
  readonly arena: Arena;
  readonly ground: Ground;
  readonly dose: Dose;
  /** the numbers of the strikes, one after another; fewer where the time given to the run is over */
  strikes(): Iterable<number>;
  /** a line for whoever reads the run */
  note(line: string): void;
}
