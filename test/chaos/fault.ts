import type { Arena, Ground } from "./arena.ts";
import type { Finding } from "./verify.ts";

/** How much of a fault is tried: times it strikes, and writes acknowledged between two strikes. */
export interface Dose {
  readonly strikes: number;
  readonly between: number;
}

export interface Fault {
  /** as `--only` calls it */
  readonly name: string;
  readonly title: string;
  /** strikes; the arena is verified by the runner afterwards. What the fault itself finds is added. */
  run(stage: Stage): Promise<readonly Finding[] | void>;
  /** the fault's own setting, where it needs no arena of writers */
  readonly ownStage?: true;
}

export interface Stage {
  readonly arena: Arena;
  readonly ground: Ground;
  readonly dose: Dose;
  readonly seed: number;
}
