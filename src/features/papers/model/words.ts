import { dateInDigits } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { LocalDate } from "#shared/local-date.ts";

export const PAPER_KINDS = [
  "directive",
  "minutes",
  "note",
  "agreement",
  "regulation",
  "plan",
  "report",
  "other",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_KIND_NAME: Readonly<Record<PaperKind, string>> = {
  directive: "приказ",
  minutes: "протокол",
  note: "справка",
  agreement: "соглашение",
  regulation: "положение",
  plan: "план",
  report: "отчёт",
  other: "документ",
};

const NBSP = "\u00A0";

/** Only an abbreviation stands after the kind as it is: «Приказ УО», but «Приказ Управления образования» would need its case. */
const ABBREVIATION = /^\p{Lu}{2,8}$/u;

/** As a report cites it: «Приказ УО от 18.12.2024 № 412 «О проведении конкурса»». */
export function citedPaper(name: string, title: string): string {
  return title ? `${name} ${quoted(title)}` : name;
}

/** «Приказ УО от 18.12.2024 № 412»; parts that are not known are left out. */
export function paperName(paper: {
  readonly kind: PaperKind;
  readonly number: string;
  readonly datedOn: LocalDate | null;
  readonly issuerShortName?: string | null | undefined;
}): string {
  const kind = PAPER_KIND_NAME[paper.kind];
  return [
    kind[0]!.toUpperCase() + kind.slice(1),
    ABBREVIATION.test(paper.issuerShortName ?? "") ? paper.issuerShortName : "",
    paper.datedOn ? `от${NBSP}${dateInDigits(paper.datedOn)}` : "",
    paper.number ? `№${NBSP}${paper.number}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
