import { cutText } from "#shared/cut-text.ts";
import type { ImportSettings } from "./contract.ts";

type Standing = Pick<ImportSettings, "title" | "startsOn" | "endsOn" | "yearKind" | "accountMoments"> & {
  readonly shortTitle: string;
};

const LONGEST_SHORT_TITLE = 80;

/** An amendment is of a programme that has its name and its years: only which tables are meant is proposed from the document. */
export function amendedSettings(proposed: ImportSettings, standing: Standing): ImportSettings {
  return {
    ...proposed,
    title: standing.title,
    shortTitle: cutText(standing.shortTitle, LONGEST_SHORT_TITLE).trim(),
    startsOn: standing.startsOn,
    endsOn: standing.endsOn,
    yearKind: standing.yearKind,
    accountMoments: standing.accountMoments,
    periodGiven: true,
  };
}
