/** What can be found, in the order in which it is shown. */
export const FOUND_KINDS = ["measure", "programme", "report", "organisation", "person", "paper", "file"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Headings of the groups, and words of the filter. */
export const FOUND_KIND_NAME: Readonly<Record<FoundKind, string>> = {
  measure: "Мероприятия",
  programme: "Программы",
  report: "Отчёты",
  organisation: "Организации",
  person: "Люди",
  paper: "Документы",
  file: "Файлы",
};
