import { printNumber } from "#domain/russian/plural.ts";
import type { PlannedValueOfYear } from "#features/obligations/model/contract.ts";
import type { ReportView } from "./contract.ts";
import type { ReportForm } from "./report-form.ts";

/** What an earlier report offers to a new one that begins with its words. */
export interface Basis {
  readonly reportId: string;
  /** which days it answered: «2025 год» */
  readonly occurrence: string;
}

/** Whether an earlier report may still be taken as the basis: nothing that a person wrote is written over. */
export function mayBorrow(form: ReportForm): boolean {
  return form.kind === "done" && form.text.trim() === "";
}

/**
 * The part of a form that an earlier report fills: its words alone, to be confirmed. Its numbers, day and files are facts of another time:
 * numbers are shown beside the fields, papers and links are offered one by one, files are not copied.
 */
export function borrowedFrom(report: ReportView, basis: Basis): Partial<ReportForm> {
  return { text: report.text, basedOn: { ...basis, confirmed: false } };
}

/** Less than this share of the words that were taken is no text of another report any more. */
const LEAST_LEFT = 1 / 3;
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of the words of one text that stand in another, each as often as it stands there. */
function shareLeft(taken: string, text: string): number {
  const words = wordsOf(taken);
  const left = [...wordsOf(text)];
  const found = words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return words.length === 0 ? 1 : found.length / words.length;
}

/**
 * What a change of the text does to a borrowed one: words written anew are the writer's own, and where little of what was taken is left
 * the report has no source.
 * @param taken the words of the earlier report, where they are known
 */
export function textChanged(form: ReportForm, text: string, taken?: string): Partial<ReportForm> {
  if (!form.basedOn) return { text };
  const gone = text.trim() === "" || (taken !== undefined && shareLeft(taken, text) < LEAST_LEFT);
  return { text, basedOn: gone ? null : { ...form.basedOn, confirmed: true } };
}

/** «26 из 31»: what was reported then by the same line of the plan; undefined where nothing was. */
export function thenInWords(report: ReportView, planned: Pick<PlannedValueOfYear, "id">): string | undefined {
  // one report may answer several years: the last of them is the nearest
  const [last] = report.values
    .filter((value) => value.plannedValueId === planned.id)
    .sort((one, other) => other.year - one.year);
  if (!last) return undefined;
  const whole = last.denominator === null ? "" : ` из\u00a0${printNumber(last.denominator)}`;
  return `${printNumber(last.value)}${whole}`;
}

/** Papers and links of an earlier report that the form does not cite yet. */
export function citedThen(report: ReportView, form: ReportForm): Pick<ReportForm, "papers" | "links"> {
  const papers = report.evidence.flatMap((one) =>
    one.kind === "paper" && one.paperId && !form.papers.some((paper) => paper.id === one.paperId)
      ? [{ id: one.paperId, title: one.name }]
      : [],
  );
  const links = report.evidence.flatMap((one) =>
    one.kind === "link" && one.url && !form.links.includes(one.url) ? [one.url] : [],
  );
  return { papers, links };
}
