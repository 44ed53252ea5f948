/** Numbers that a seed decides: the same seed gives the same file on every machine. */
export interface Random {
  /** a whole number from 0 to `below` - 1 */
  int(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** true once in `n` */
  oneIn(n: number): boolean;
}

/** mulberry32: small, and spread enough to choose where to spoil a file. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { int, pick: (values) => values[int(values.length)]!, oneIn: (n) => int(n) === 0 };
}
