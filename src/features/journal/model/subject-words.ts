import type { Id } from "#shared/ids.ts";

/** What the journal speaks of. */
export const SUBJECT_KINDS = [
  "programme",
  "roadmap",
  "section",
  "measure",
  "obligation",
  "report",
  "paper",
  "import",
  "template",
  "organisation",
  "person",
  "territory",
  "role-code",
  "school-year",
  "file",
  "account",
  "data_request",
  "remark",
  "view",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
  programme: "программа",
  roadmap: "план",
  section: "раздел",
  measure: "мероприятие",
  obligation: "срок отчёта",
  report: "отчёт",
  paper: "документ",
  import: "разбор документа",
  template: "шаблон",
  organisation: "организация",
  person: "человек",
  territory: "территория",
  "role-code": "слово словаря",
  "school-year": "учебный год",
  file: "файл",
  account: "учётная запись",
  data_request: "обращение о персональных данных",
  remark: "сохранённое замечание",
  view: "вид списка",
};

export function subjectInWords(kind: string): string {
  return kind in SUBJECT_WORDS ? SUBJECT_WORDS[kind as SubjectKind] : kind;
}

export interface SubjectPlace {
  readonly kind: string;
  readonly territoryId: Id;
  readonly id: Id | null;
  readonly programmeId: Id | null;
}

/** The page of what an entry speaks of; null where it has none of its own. */
export function linkOf({ kind, territoryId, id, programmeId }: SubjectPlace): string | null {
  if (kind === "role-code") return "/dictionary";
  if (kind === "school-year") return "/school-calendar";
  if (kind === "territory") return "/territories";
  if (id === null) return null;
  switch (kind) {
    case "programme":
      return `/programmes/${territoryId}/${id}`;
    case "measure":
      return programmeId && `/programmes/${territoryId}/${programmeId}/measures/${id}`;
    case "roadmap":
    case "section":
      return programmeId && `/programmes/${territoryId}/${programmeId}/measures`;
    case "obligation":
      return `/todo/${territoryId}/${id}`;
    case "report":
      return `/reports/${territoryId}/${id}`;
    case "paper":
      return `/papers/${territoryId}/${id}`;
    case "import":
      return `/imports/${territoryId}/${id}`;
    case "organisation":
      return `/organisations/${id}`;
    case "person":
      return `/people/${id}?territory=${territoryId}`;
    default:
      return null;
  }
}
