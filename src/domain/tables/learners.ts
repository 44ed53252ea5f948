import { letters } from "#domain/russian/letters.ts";
import { headerKey } from "./fold.ts";
import type { ReadColumn } from "./reading.ts";

const COURSES = letters(
  /(?<!\p{L})курс(?:ы|ов|а)?(?!\p{L})|повышени\p{L}* квалификац|переподготовк|стажиров|(?<!\p{L})дп[опк](?!\p{L})/u,
);
const PERSON = letters(
  /^(?:фио(?!\p{L})|ф и о(?!\p{L})|фамили|педагог|учител|воспитател|работник|сотрудник|кандидат)/u,
);

/** Who stands before the theme of courses is taught there: he takes part and does not answer. */
export function learners(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const title = columns.findIndex(({ role }) => role === "title");
  if (title < 1 || !COURSES.test(headerKey(columns[title]!.label))) return columns;
  if (columns.some(({ role }) => role === "participants")) return columns;
  const person = columns.findIndex(
    ({ role, label }, col) => col < title && role === "other" && PERSON.test(headerKey(label)),
  );
  return columns.map((one, col): ReadColumn =>
    col === person ? { ...one, role: "participants", rule: "человек рядом с темой курсов: он на них учится" } : one,
  );
}
