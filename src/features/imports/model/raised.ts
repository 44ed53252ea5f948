import { counted } from "#domain/russian/plural.ts";
import { doubtRows } from "./doubt-rows.ts";
import { openDoubts } from "./doubts.ts";
import type { Review } from "./view.ts";

type Asked = Pick<Review, "doubts" | "rows">;

/** «Появился ещё 1 вопрос. Строка 4.», where an answer has raised what was not asked before; null where it has not. */
export function raisedWords(before: Pick<Review, "doubts">, after: Asked): string | null {
  const known = new Set(before.doubts.map(({ id }) => id));
  const raised = openDoubts(after.doubts).filter(({ id }) => !known.has(id));
  if (raised.length === 0) return null;
  const verb = raised.length === 1 ? "Появился" : "Появилось";
  const where = doubtRows({ places: raised.flatMap(({ places }) => places) }, after.rows);
  return `${verb} ещё ${counted(raised.length, ["вопрос", "вопроса", "вопросов"])}.${where && ` ${where}.`}`;
}
