import { counted, printNumber } from "#domain/russian/plural.ts";
import type { MeasureWeight, ProgrammeOutlook } from "./outlook-seen.ts";

const DUES = ["срок", "срока", "сроков"] as const;
const REPORTS = ["отчёт", "отчёта", "отчётов"] as const;
const BEARERS = ["исполнитель", "исполнителя", "исполнителей"] as const;
const MEASURES = ["мероприятие", "мероприятия", "мероприятий"] as const;

/** «3 срока за программу, 12 исполнителей: 36 отчётов»; a rhythm of several a year is told by the year. */
export function weightInWords({ dues, yearly, bearers, reports, late }: MeasureWeight): string {
  const rhythm =
    yearly > 1 && dues > yearly
      ? `${counted(yearly, DUES)} в год, ${printNumber(dues)} за программу`
      : dues > 1
        ? `${counted(dues, DUES)} за программу`
        : "Один срок";
  if (bearers === 0) return rhythm;
  const past = late === 0 ? "" : `, у ${printNumber(late)} срок уже прошёл`;
  return `${rhythm}, ${counted(bearers, BEARERS)}: ${counted(reports, REPORTS)}${past}`;
}

/** «34 мероприятия, 12 исполнителей, 480 отчётов за весь период.» */
export function outlookInWords({ measures, bearers, reports }: ProgrammeOutlook): string {
  if (reports === 0) return `${counted(measures, MEASURES)}. Отчитываться по ним пока некому.`;
  return `${counted(measures, MEASURES)}, ${counted(bearers, BEARERS)}, ${counted(reports, REPORTS)} за весь период.`;
}

/** «12 сроков уже прошли: они сразу станут просроченными.»; empty where none is past. */
export function lateInWords(late: number): string {
  if (late === 0) return "";
  return late % 10 === 1 && late % 100 !== 11
    ? `${counted(late, DUES)} уже прошёл: он сразу станет просроченным.`
    : `${counted(late, DUES)} уже прошли: они сразу станут просроченными.`;
}

/** What is asked often: «52 раза в год, 9 исполнителей: 468 отчётов за весь период». */
export function frequentInWords(one: ProgrammeOutlook["frequent"][number]): string {
  const rhythm = `${counted(one.yearly, ["раз", "раза", "раз"])} в год`;
  if (one.bearers === 0) return rhythm;
  return `${rhythm}, ${counted(one.bearers, BEARERS)}: ${counted(one.reports, REPORTS)} за весь период`;
}
