/** How much there is in a world: a municipality of forty organisations, once, seven times or thirty times. */
export interface WorldSize {
  readonly municipalities: number;
  /** of each municipality */
  readonly organisations: number;
  readonly teachers: number;
  /** of each municipality, at least: programmes are begun until they ask for so many reports */
  readonly obligations: number;
}

export const WORLD_SIZES = {
  M: { municipalities: 1, organisations: 40, teachers: 2000, obligations: 43_000 },
  S: { municipalities: 7, organisations: 40, teachers: 2000, obligations: 43_000 },
  R: { municipalities: 30, organisations: 40, teachers: 2000, obligations: 100_000 },
} as const satisfies Record<string, WorldSize>;
export type WorldSizeName = keyof typeof WORLD_SIZES;

export const isWorldSize = (name: string): name is WorldSizeName => Object.hasOwn(WORLD_SIZES, name);
