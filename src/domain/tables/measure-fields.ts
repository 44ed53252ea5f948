import type { MeasureField } from "./reading.ts";

/** Fields of a measure that one cell fills with its text, in the order they are told; they are joined, parted and shared out with a row, its number is not. */
export const TEXT_FIELDS = [
  "title",
  "term",
  "responsible",
  "coResponsible",
  "participants",
  "result",
  "reportDocument",
] as const satisfies readonly MeasureField[];

export type TextField = (typeof TEXT_FIELDS)[number];

/** What is said of a measure beside its title: of columns with one such meaning a plan has one. */
export const BESIDE_TITLE: readonly TextField[] = TEXT_FIELDS.filter((field) => field !== "title");

/** As a doubt names them. */
export const FIELD_NAMES: Readonly<Record<MeasureField, string>> = {
  number: "номер",
  title: "мероприятие",
  term: "срок",
  responsible: "ответственный",
  coResponsible: "соисполнитель",
  participants: "участники",
  result: "результат",
  reportDocument: "отчётный документ",
};
