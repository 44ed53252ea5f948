import type { DayWindow, FrequencyUnit, Phase } from "#domain/phrases/term.ts";
import { frequencyOf, type Frequency } from "#domain/phrases/frequency.ts";
import type { AccountMoments } from "./moments.ts";
import type { YearKind } from "./units.ts";
import { isOpen, namedWindows, repeats, rhythmDayOf, type RhythmDay } from "./windows.ts";

/** How one phase is answered for. */
export type Account =
  /** once in each window; `single`: the phrase's only, dated window; `startsOnly`: its first return opens what follows */
  | {
      readonly kind: "windows";
      readonly windows: readonly DayWindow[];
      readonly required: number;
      readonly single: boolean;
      readonly startsOnly: boolean;
    }
  /** in every unit that the windows (none: the whole scope) hold */
  | {
      readonly kind: "rhythm";
      readonly unit: FrequencyUnit;
      /** units taken together: 2 for «раз в 2 года» */
      readonly every: number;
      readonly required: number;
      /** the days by which each unit is due, the last of them counts; none: by its end */
      readonly by: readonly RhythmDay[];
      readonly windows: readonly DayWindow[];
    }
  /** at moments of account inside the windows (none: the whole scope) */
  | { readonly kind: "moments"; readonly moments: AccountMoments; readonly windows: readonly DayWindow[] };

const WINDOWS = { kind: "windows", required: 1, single: false, startsOnly: false } as const;

export interface ReckoningOptions {
  readonly yearKind?: YearKind;
  readonly accountMoments?: AccountMoments;
  readonly scheduleMoments?: AccountMoments;
  readonly daily?: "moments" | "each";
}

/**
 * What the phases of one phrase ask for together:
 * - a rhythm over the whole scope takes in what goes on all the time: «постоянно, не реже 1 раза в месяц» is monthly;
 * - «по графику» and a bare «ежегодно» speak only where nothing beside them is exact;
 * - a window without a year before «далее постоянно» («октябрь, далее …») is a beginning and does not return.
 * On request and not understood ask for nothing.
 */
export function accountsOf(phases: readonly Phase[], options: ReckoningOptions): Account[] {
  const readings = phases.flatMap((phase) => readingsOf(phase, options));
  const rhythmic = readings.some(
    ({ strength, account }) => strength === "exact" && account.kind === "rhythm" && !account.windows.length,
  );
  const heard = readings.filter(({ strength }) => strength === "exact" || (strength === "ongoing" && !rhythmic));
  const spoken = firstFilled(heard, only(readings, "schedule"), only(readings, "yearly"));
  return spoken.map(({ account, returns }, index) => {
    if (account.kind !== "windows") return account;
    const after = spoken[index + 1]?.account;
    const startsOnly = !returns && after !== undefined && follows(after);
    return { ...account, single: account.single && spoken.length === 1, startsOnly };
  });
}

interface Reading {
  readonly account: Account;
  readonly strength: "exact" | "ongoing" | "schedule" | "yearly";
  /** the phrase itself says that its windows come every year */
  readonly returns?: boolean;
}

/** Whether an account without windows of its own goes on after the windows before it. */
export function follows(account: Account): boolean {
  if (account.kind === "windows" || account.windows.length > 0) return false;
  return !countsYears(account);
}

/** A rhythm of one year or school year at a time. */
export function countsYears(account: Account): boolean {
  return account.kind === "rhythm" && isYearly(account);
}

function isYearly({ unit, every }: Pick<Frequency, "unit" | "every">): boolean {
  return every === 1 && (unit === "year" || unit === "schoolYear");
}

function readingsOf(phase: Phase, options: ReckoningOptions): Reading[] {
  const windows = namedWindows(phase);
  const accountMoments = options.accountMoments ?? { kind: "schoolTermEnd" };
  const by = phase.windows.flatMap(({ named }) => rhythmDayOf(named) ?? []);
  if (phase.freq) return [rhythmReading(phase.freq, by, windows, accountMoments, options)];
  switch (phase.kind) {
    case "on-demand":
    case "unknown":
      return [];
    case "continuous":
    case "cadence":
      return [
        {
          account: { kind: "moments", moments: accountMoments, windows },
          strength: windows.length ? "exact" : "ongoing",
        },
      ];
    default:
  }
  const closed = windows.filter((window) => !isOpen(window));
  const open = windows.filter(isOpen);
  const readings: Reading[] = [];
  if (closed.length) {
    const single = phase.kind === "once" && closed.length === 1 && !repeats(closed[0]!);
    readings.push({
      account: { ...WINDOWS, windows: closed, single },
      strength: "exact",
      returns: phase.kind === "yearly",
    });
  }
  if (open.length && phase.kind === "yearly") {
    // «ежегодно с 2023»: every year, from a day on
    readings.push({ account: { ...wholeYears(1, options), windows: open }, strength: "exact" });
  } else if (open.length) {
    readings.push({ account: { kind: "moments", moments: accountMoments, windows: open }, strength: "exact" });
  }
  if (readings.length) return readings;
  if (phase.kind === "yearly") return [{ account: wholeYears(1, options), strength: "yearly" }];
  if (phase.kind !== "by-schedule") return [];
  const yearEnd = { kind: options.yearKind === "school" ? "schoolYearEnd" : "yearEnd" } as const;
  return [{ account: { kind: "moments", moments: options.scheduleMoments ?? yearEnd, windows }, strength: "schedule" }];
}

function rhythmReading(
  freq: NonNullable<Phase["freq"]>,
  by: readonly RhythmDay[],
  windows: readonly DayWindow[],
  moments: AccountMoments,
  options: ReckoningOptions,
): Reading {
  const frequency = frequencyOf(freq);
  const { times, every, unit } = frequency;
  const required = Math.max(1, Math.ceil(times));
  if (unit === "day" && every === 1 && options.daily !== "each")
    return { account: { kind: "moments", moments, windows }, strength: windows.length ? "exact" : "ongoing" };
  const yearly = isYearly(frequency);
  if (yearly && windows.some((window) => !isOpen(window))) {
    const closed = windows.filter((window) => !isOpen(window));
    const each = Math.ceil(required / closed.length);
    return { account: { ...WINDOWS, windows: closed, required: each }, strength: "exact", returns: true };
  }
  const account: Account =
    yearly && unit === "year" && !windows.length
      ? wholeYears(required, options)
      : { kind: "rhythm", unit, every, required, windows, by };
  return { account, strength: "exact" };
}

function wholeYears(required: number, options: ReckoningOptions): Extract<Account, { kind: "rhythm" }> {
  return {
    kind: "rhythm",
    unit: options.yearKind === "school" ? "schoolYear" : "year",
    every: 1,
    required,
    by: [],
    windows: [],
  };
}

function only(readings: readonly Reading[], strength: Reading["strength"]): Reading[] {
  return readings.filter((reading) => reading.strength === strength);
}

function firstFilled(...lists: Reading[][]): Reading[] {
  return lists.find((list) => list.length > 0) ?? [];
}
