import type { FrequencyUnit, Phase } from "./term.ts";

export interface Frequency {
  /** how many times */
  readonly times: number;
  /** in how many units: 2 for «раз в 2 года» */
  readonly every: number;
  readonly unit: FrequencyUnit;
}

/** The parts of "2/month" and "1/2year". */
export function frequencyOf(freq: NonNullable<Phase["freq"]>): Frequency {
  const parts = /^(?<times>[\d.]+)\/(?<every>\d*)(?<unit>[A-Za-z]+)$/.exec(freq)!.groups!;
  return {
    times: Number(parts.times),
    every: Number(parts.every || "1"),
    unit: parts.unit as FrequencyUnit,
  };
}

export function printFreq({ times, every, unit }: Frequency): NonNullable<Phase["freq"]> {
  return every === 1 ? `${times}/${unit}` : `${times}/${every}${unit}`;
}
