import type { RowReading } from "./table-edits.ts";

/** What a row of the document is taken for; «none»: it has nothing to read, or is the head of the table. */
export type RowState = Exclude<RowReading, "asRead"> | "none";

export interface RowChoice {
  readonly key: Exclude<RowReading, "asRead">;
  readonly label: string;
  readonly hint: string;
}

const CHOICES: readonly RowChoice[] = [
  { key: "measure", label: "Мероприятие", hint: "само по себе" },
  { key: "join", label: "Продолжение строки выше", hint: "тексты соединятся" },
  { key: "section", label: "Заголовок раздела", hint: "строки ниже встанут в него" },
  { key: "out", label: "Не мероприятие", hint: "останется только в документе" },
];

/** What a row may be said to be; in a matrix measures stand in cells, so a row is a heading or nothing. */
export function rowChoices(state: RowState, isMatrix: boolean): RowChoice[] {
  return CHOICES.filter(({ key }) => key === state || !isMatrix || key === "section" || key === "out");
}
