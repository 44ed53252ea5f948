import type { Audience } from "#features/places/model/audience.ts";
import type { AccountMoments } from "#features/programmes/model/cadence.ts";
import type { YearKind } from "#features/programmes/model/words.ts";

/**
 * A template as a methodologist writes it: rows in the words of a roadmap, read by the same readers as a document. «{1}» is the first
 * year of the programme, «{2}» the second: everything else about years is said without their numbers.
 */
export interface LibraryTemplate {
  readonly key: string;
  readonly title: string;
  /** for whom it is and what it gives, two or three sentences */
  readonly about: string;
  /** a school's own programme, or the municipality's */
  readonly owner: "territory" | "organisation";
  readonly years: number;
  readonly yearKind: YearKind;
  readonly accountMoments: AccountMoments;
  readonly goal: string;
  readonly tasks: readonly string[];
  /** whom the names in the rows mean where they mean the same everywhere; the others are asked */
  readonly parties: Readonly<Record<string, Audience>>;
  readonly roadmaps: readonly LibraryRoadmap[];
}

export interface LibraryRoadmap {
  readonly title: string;
  readonly sections: readonly LibrarySection[];
}

export interface LibrarySection {
  readonly title: string;
  readonly lines: readonly LibraryLine[];
}

export interface LibraryLine {
  readonly title: string;
  readonly due: string;
  /** «УО / ОО»: left answers, right takes part */
  readonly who: string;
  readonly result: string;
  /** none where nothing is counted */
  readonly plan: LibraryPlan | null;
  /** matrix documents: whose column it stood in */
  readonly level: string;
}

/** What is counted in a row, and how much of it is planned: a text for each year, empty where the row is not due, the last one for all after it. */
export interface LibraryPlan {
  readonly label: string;
  readonly years: readonly string[];
}

export function section(title: string, ...lines: readonly LibraryLine[]): LibrarySection {
  return { title, lines };
}

/** One row: what, when, who, with which result, and how much of what is counted. */
export function line(
  title: string,
  due: string,
  who: string,
  result: string,
  planned: LibraryPlan | null = null,
): LibraryLine {
  return { title, due, who, result, plan: planned, level: "" };
}

/** «Доля учителей с маршрутом»: 50 % in the first year, 100 % from the second on. */
export function plan(label: string, ...years: readonly string[]): LibraryPlan {
  return { label, years };
}
