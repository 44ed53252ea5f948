import { cutText } from "#shared/cut-text.ts";
import { measuresOf, type Reading } from "#domain/tables/reading.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { localDateOf, partsOf } from "#shared/local-date.ts";
import type { ImportSettings } from "./contract.ts";
import { programmeShortTitle, programmeTitle } from "./programme-names.ts";
import { proposedTables, tableKey } from "./source.ts";

const YEAR = /(?<!\d)20\d{2}(?!\d)/g;
const SCHOOL_YEARS = /(?<!\d)(20\d{2})\s*[-–—/]\s*(20\d{2}|\d{2})(?!\d)/;

/**
 * Proposed settings: every plan of the document, else its points and duties, the years of its plan, terms and caption, a heading as the title.
 * Years that nobody has named are proposed, and asked about. Years are school years only where the columns of the plan say so («2021-2022»).
 */
export function proposeSettings(reading: Reading, today: LocalDate): ImportSettings {
  const tables = proposedTables(reading);
  const title = cutText(programmeTitle(headingOf(reading)), 600).trim() || "Программа";
  const isSchool = tables.some(({ years }) => years.some((label) => SCHOOL_YEARS.test(label)));
  const years = yearsOf(reading);
  const [first, last] = years ?? proposedYears(reading, today);
  return {
    title,
    shortTitle: programmeShortTitle(title) || "Программа",
    startsOn: isSchool ? localDateOf(first, 9, 1)! : localDateOf(first, 1, 1)!,
    endsOn: isSchool ? localDateOf(Math.max(last, first + 1), 8, 31)! : localDateOf(last, 12, 31)!,
    yearKind: isSchool ? "school" : "calendar",
    periodGiven: years !== undefined,
    accountMoments: { kind: "schoolTermEnd" },
    tables: tables.map(tableKey),
  };
}

/** The first and the last year that the plans name: in their columns, terms and captions, else in the texts of the document. */
function yearsOf(reading: Reading): [number, number] | undefined {
  const inPlans = proposedTables(reading).flatMap((table) => [
    ...table.years,
    ...measuresOf(table).flatMap(({ measure }) => [
      measure.term ?? "",
      ...Object.values(measure.instruments ?? {}).map(({ term }) => term),
    ]),
    table.caption ?? "",
  ]);
  const inTexts = reading.texts.map(({ heading }) => heading ?? "");
  const found = [inPlans, inTexts]
    .map((texts) => texts.flatMap((text) => text.match(YEAR) ?? []).map(Number))
    .find((years) => years.length > 0);
  return found && [Math.min(...found), Math.max(...found)];
}

/** Nobody has named the years: those of the file's name, else this one and the next two. */
function proposedYears({ document }: Reading, today: LocalDate): [number, number] {
  const named = (document.match(YEAR) ?? []).map(Number);
  const { year } = partsOf(today);
  return named.length > 0 ? [Math.min(...named), Math.max(...named)] : [year, year + 2];
}

/** «Муниципальная программа поддержки…»: the document says itself that it is one. */
const NAMES_PROGRAMME = /^(?:\p{L}+\s+){0,2}программа(?!\p{L})\s+\p{L}/iu;

/** The words that name the whole: a heading «Программа …», the caption of the first plan, a heading of some length, the file's name. */
function headingOf(reading: Reading): string {
  const headings = reading.texts.flatMap(({ heading }) => heading ?? []);
  return (
    headings.find((heading) => NAMES_PROGRAMME.test(heading)) ??
    proposedTables(reading)[0]?.caption ??
    headings.find((heading) => /\p{Ll}/u.test(heading) && heading.trim().split(/\s+/).length > 3) ??
    reading.document.replaceAll(/[-_]+/g, " ")
  );
}
