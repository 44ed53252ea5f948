import { plural, type PluralForms } from "#domain/russian/plural.ts";
import { frequencyOf } from "./frequency.ts";
import { printWeekdays } from "./print-weekdays.ts";
import { printNamedDeadline, printThroughYears, printWindow, printWindows } from "./print-window.ts";
import type { DayWindow, FrequencyUnit, Phase, TermReading } from "./term.ts";

const UNIT_WORDS: Readonly<Record<FrequencyUnit, string>> = {
  day: "день",
  week: "неделю",
  month: "месяц",
  quarter: "квартал",
  halfYear: "полугодие",
  year: "год",
  schoolTerm: "четверть",
  schoolYear: "учебный год",
};

const MANY_UNITS: Readonly<Record<FrequencyUnit, PluralForms>> = {
  day: ["день", "дня", "дней"],
  week: ["неделю", "недели", "недель"],
  month: ["месяц", "месяца", "месяцев"],
  quarter: ["квартал", "квартала", "кварталов"],
  halfYear: ["полугодие", "полугодия", "полугодий"],
  year: ["год", "года", "лет"],
  schoolTerm: ["четверть", "четверти", "четвертей"],
  schoolYear: ["учебный год", "учебных года", "учебных лет"],
};

/** «не реже 1 раза в месяц», «не реже 2 раз в учебный год», «не реже 1 раза в 2 года» */
export function printFrequency(freq: NonNullable<Phase["freq"]>): string {
  const { times, every, unit } = frequencyOf(freq);
  const per = every === 1 ? UNIT_WORDS[unit] : `${every} ${plural(every, MANY_UNITS[unit])}`;
  return `не реже ${times} ${plural(times, ["раза", "раз", "раз"])} в ${per}`;
}

/** One phase in words. An unknown one has none. */
export function printPhase(phase: Phase): string {
  const own = phase.windows.filter((window) => !isMonthDay(window.named));
  const windows = own.length > 0 ? [printWindows(own)] : [];
  switch (phase.kind) {
    case "once":
      return printOnce(own) ?? windows.join(", ");
    case "window":
      return isOpen(own) ? windows.join(", ").replace(/^с(?:о)? /, "не ранее ") : windows.join(", ");
    case "yearly":
      return ["ежегодно", ...windows].join(", ");
    case "cadence":
      return [printRhythm(phase), ...windows].join(", ");
    case "continuous":
      return printContinuous(phase, windows);
    case "on-demand":
      return "по запросу";
    case "by-schedule":
      return "по графику";
    case "unknown":
      return "";
  }
}

/** Days of the month and of the week belong to a rhythm, not to the calendar. */
function isMonthDay(named: string | undefined): boolean {
  return /^(?:monthDay|nextMonthDay|weekday|monthWeekday)\//.test(named ?? "");
}

function isOpen(windows: readonly DayWindow[]): boolean {
  return windows.length === 1 && windows[0]!.to === null && !windows[0]!.named;
}

/** «до конца учебного года», «до конца I четверти»: a named span to be ready by. */
function printOnce(windows: readonly DayWindow[]): string | undefined {
  const [only] = windows;
  return windows.length === 1 && only!.named ? printNamedDeadline(only!) : undefined;
}

function printRhythm(phase: Phase): string {
  const rhythm = phase.freq ? printFrequency(phase.freq) : "";
  const days = phase.windows.filter((window) => isMonthDay(window.named));
  const [by] = days;
  if (!by) return rhythm;
  const weekly = printWeekdays(days.flatMap(({ named }) => named ?? []));
  if (weekly) {
    const { times, every } = frequencyOf(phase.freq!);
    return times === days.length && every === 1 ? weekly : `${rhythm}, ${weekly}`;
  }
  const isPlain = by.named?.startsWith("monthDay") && phase.freq === "1/month";
  return isPlain ? `${printWindow(by)} каждого месяца` : `${rhythm}, ${printWindow(by)}`;
}

function printContinuous(phase: Phase, windows: readonly string[]): string {
  const [window] = phase.windows;
  if (!window) return "постоянно";
  const years = phase.windows.length === 1 ? printThroughYears(window) : undefined;
  return years ?? (window.to === null ? `${windows[0]} постоянно` : `постоянно (${windows.join(", ")})`);
}

/** What stands between two phases, so that they are read back as two: «октябрь, далее постоянно», «ежегодно, по графику». */
function jointOf(before: Phase, after: Phase): string {
  const isDated = (phase: Phase) => phase.kind === "once" || phase.kind === "window";
  if (isDated(before) || isDated(after) || (after.kind === "continuous" && after.windows.length > 0)) return ", далее ";
  return before.windows.length || after.windows.length ? "; " : ", ";
}

/**
 * A reading in words, as a person would write it: «не реже 1 раза в месяц, сентябрь — май». What was not understood whole
 * prints as it was written. `readTerm(printTerm(reading))` has the same phases for every reading that `readTerm` makes.
 */
export function printTerm(reading: Pick<TermReading, "phrase" | "phases" | "rest">): string {
  if (reading.rest || reading.phases.some((phase) => phase.kind === "unknown")) return reading.phrase;
  return reading.phases
    .map((phase, at) => (at === 0 ? "" : jointOf(reading.phases[at - 1]!, phase)) + printPhase(phase))
    .join("");
}
