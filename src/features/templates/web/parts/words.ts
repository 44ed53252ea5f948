import { counted } from "#domain/russian/plural.ts";
import { yearInWords, yearName } from "#features/programmes/model/occurrence-words.ts";
import type { YearKind } from "#features/programmes/model/words.ts";
import { bearersIn, type AdaptationDraft, type AudienceChoice } from "../../model/adaptation-draft.ts";
import type { TemplatePage } from "../../model/contract.ts";

export function measuresInWords(count: number): string {
  return counted(count, ["мероприятие", "мероприятия", "мероприятий"]);
}

/** What tells a part of a template from the others: titles of sections and of roadmaps may be the same, its first measure is its own. */
export function firstKey(sections: TemplatePage["roadmaps"][number]["sections"]): string {
  return sections[0]?.measures[0]?.key ?? "";
}

/** «в 1 мероприятии», «в 12 мероприятиях» */
export function inMeasures(count: number): string {
  return `в\u00a0${counted(count, ["мероприятии", "мероприятиях", "мероприятиях"])}`;
}

/** «3 года», «2 учебных года» */
export function yearsInWords(years: number, kind: YearKind): string {
  return kind === "school"
    ? counted(years, ["учебный год", "учебных года", "учебных лет"])
    : counted(years, ["год", "года", "лет"]);
}

/** «2027–2029», «2026/27» */
export function spanOfYears(firstYear: number, years: number, kind: YearKind): string {
  const first = yearName(firstYear, kind);
  return years === 1 ? first : `${first}–${yearName(firstYear + years - 1, kind)}`;
}

/** «на 2027–2029 годы», «на 2026/27 учебный год» */
export function forYears(firstYear: number, years: number, kind: YearKind): string {
  if (years === 1) return `на ${yearInWords(firstYear, kind)}`;
  return `на ${spanOfYears(firstYear, years, kind)} ${kind === "school" ? "учебные годы" : "годы"}`;
}

/** Kinds of which a district has one: «управление образования» needs no number. */
const SINGLE: readonly string[] = ["authority", "methodological_centre", "regional_institute"];

const SCHOOL = ["школа", "школы", "школ"] as const;
const ORGANISATION = ["организация", "организации", "организаций"] as const;

export interface BearersInWords {
  readonly text: string;
  /** nobody would report */
  readonly isCaution: boolean;
}

/** Who bears a choice today: «сейчас 2 школы: СОШ № 1, СОШ № 3», «сейчас таких нет»; no words where it is one and the same. */
export function bearersInWords(page: TemplatePage, draft: AdaptationDraft, choice: AudienceChoice): BearersInWords {
  const { audience } = choice;
  if (audience.kind === "outside") return { text: "", isCaution: false };
  const { count, named } = bearersIn(page, draft, choice);
  if (count === 0) return { text: nobody(draft, audience), isCaution: true };
  const isOne =
    audience.kind === "organisation" ||
    audience.kind === "territory" ||
    audience.kind === "person" ||
    (audience.kind === "organisationKind" && audience.kinds.every((kind) => SINGLE.includes(kind)));
  if (isOne && count === 1) return { text: "", isCaution: false };
  if (audience.kind === "position")
    return { text: `сейчас ${counted(count, ["исполнитель", "исполнителя", "исполнителей"])}`, isCaution: false };
  const ofSchools =
    audience.kind === "designation" ||
    (audience.kind === "organisationKind" && audience.kinds.every((kind) => kind === "school"));
  const noun = ofSchools ? SCHOOL : ORGANISATION;
  const more = count > named.length ? ` и\u00a0ещё\u00a0${count - named.length}` : "";
  return { text: `сейчас ${counted(count, noun)}: ${named.join(", ")}${more}`, isCaution: false };
}

/** What is true and, where it can be put right, what to do. */
function nobody({ ownerOrganisationId }: AdaptationDraft, { kind }: AudienceChoice["audience"]): string {
  if (ownerOrganisationId !== null) return "в этой организации таких нет, отчитываться некому";
  const now = "сейчас таких нет, отчитываться некому";
  return kind === "designation" ? `${now}: отметьте такие школы в разделе «Организации»` : now;
}
