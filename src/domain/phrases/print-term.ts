import { plural } from "#domain/russian/plural.ts";
import { printThroughYears, printWindow, printWindows } from "./print-window.ts";
import type { FrequencyUnit, Phase, TermReading } from "./term.ts";

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

/** «не реже 1 раза в месяц», «не реже 2 раз в учебный год» */
export function printFrequency(freq: NonNullable<Phase["freq"]>): string {
  const [count, unit] = freq.split("/") as [string, FrequencyUnit];
  return `не реже ${count} ${plural(Number(count), ["раза", "раз", "раз"])} в ${UNIT_WORDS[unit]}`;
}

/** One phase in words. An unknown one has none. */
export function printPhase(phase: Phase): string {
  const own = phase.windows.filter((window) => !isMonthDay(window.named));
  const windows = own.length > 0 ? [printWindows(own)] : [];
  switch (phase.kind) {
    case "once":
    case "window":
      return windows.join(", ");
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

function isMonthDay(named: string | undefined): boolean {
  return named?.split("/")[0]?.endsWith("onthDay") ?? false;
}

function printRhythm(phase: Phase): string {
  const rhythm = phase.freq ? printFrequency(phase.freq) : "";
  const by = phase.windows.find((window) => isMonthDay(window.named));
  if (!by) return rhythm;
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
