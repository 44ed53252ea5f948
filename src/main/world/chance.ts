import type { Id } from "#shared/ids.ts";

/** What a seed decides: the same seed gives the same world, its identifiers too. */
export interface Chance {
  /** a whole number from 0 to `count` - 1 */
  below(count: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** true in so many cases of a hundred */
  happens(percent: number): boolean;
  /** a new identifier, greater than those before it, as those that time makes */
  id(): Id;
}

/** 22 November 2025: identifiers of a world begin here, ms. */
const FIRST_MS = 1_763_769_600_000;
const IN_A_MS = 4096;

/** mulberry32 for the choices; identifiers in the layout of UUIDv7 (RFC 9562), counted instead of timed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  let made = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number) => Math.floor((next() / 4_294_967_296) * count);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return {
    below,
    pick: (values) => values[below(values.length)]!,
    happens: (percent) => below(100) < percent,
    id: () => {
      const time = hex(FIRST_MS + Math.floor(made / IN_A_MS), 12);
      const count = hex(made % IN_A_MS, 3);
      made += 1;
      const high = hex(0x8000 | (next() & 0x3fff), 4);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${high}-${hex(next() & 0xffff, 4)}${hex(next(), 8)}`;
    },
  };
}
