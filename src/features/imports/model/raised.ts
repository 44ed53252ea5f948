import { counted } from "#domain/russian/plural.ts";
import { openDoubts, type ReviewDoubt } from "./doubts.ts";

/** «Появился ещё 1 вопрос», where an answer has raised what was not asked before; null where it has not. */
export function raisedWords(before: readonly ReviewDoubt[], after: readonly ReviewDoubt[]): string | null {
  const known = new Set(before.map(({ id }) => id));
  const count = openDoubts(after).filter(({ id }) => !known.has(id)).length;
  if (count === 0) return null;
  return `${count === 1 ? "Появился" : "Появилось"} ещё ${counted(count, ["вопрос", "вопроса", "вопросов"])}.`;
}
