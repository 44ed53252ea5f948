import type { LocalDate } from "#shared/local-date.ts";
import type { AccountMoments } from "../../model/cadence.ts";
import type { PassportSection } from "../../model/programme-form.ts";
import type { ProgrammePage } from "../../model/seen.ts";
import type { YearKind } from "../../model/words.ts";

/** The passport while it is filled in: lists are lines of a text. */
export interface PassportDraft {
  readonly title: string;
  readonly shortTitle: string;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly yearKind: YearKind;
  readonly goal: string;
  readonly tasks: string;
  readonly sections: readonly SectionDraft[];
  readonly officerPersonId: string | null;
  readonly accountMoments: AccountMoments;
}

export interface SectionDraft {
  readonly heading: string;
  readonly text: string;
  /** lines are items of a list, not paragraphs */
  readonly isList: boolean;
}

export const emptyPassport: PassportDraft = {
  title: "",
  shortTitle: "",
  startsOn: null,
  endsOn: null,
  yearKind: "calendar",
  goal: "",
  tasks: "",
  sections: [],
  officerPersonId: null,
  accountMoments: { kind: "schoolTermEnd" },
};

export function passportOf(page: ProgrammePage): PassportDraft {
  return {
    title: page.title,
    shortTitle: page.shortTitle,
    startsOn: page.startsOn as LocalDate,
    endsOn: page.endsOn as LocalDate,
    yearKind: page.yearKind,
    goal: page.goal,
    tasks: page.tasks.join("\n"),
    sections: page.passport.map((section) => ({
      heading: section.heading,
      text: [...(section.paragraphs ?? []), ...(section.items ?? [])].join("\n"),
      isList: (section.items ?? []).length > 0,
    })),
    officerPersonId: page.officer?.id ?? null,
    accountMoments: page.accountMoments,
  };
}

/** The draft as the interface takes it; `standing` keeps a section that has both paragraphs and a list as it was, unless its text changed. */
export function bodyOf(
  { sections, tasks, ...draft }: PassportDraft,
  standing: readonly PassportSection[] = [],
): object {
  return {
    ...draft,
    tasks: linesOf(tasks),
    passport: sections.map(({ heading, text, isList }, at): PassportSection => {
      const before = standing[at];
      const unchanged =
        before && linesOf(text).join("\n") === [...(before.paragraphs ?? []), ...(before.items ?? [])].join("\n");
      if (unchanged && before.paragraphs && before.items) return { ...before, heading };
      return isList ? { heading, items: linesOf(text) } : { heading, paragraphs: linesOf(text) };
    }),
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
