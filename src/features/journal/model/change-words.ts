import type { EntryChange } from "./contract.ts";

const STATE_WORDS: Readonly<Record<Exclude<EntryChange["state"], "told">, string>> = {
  untold: "изменено",
  hidden: "скрыто",
  erased: "уничтожено по закону",
};

/** Instead of the values of a change that shows none. */
export function stateInWords(state: Exclude<EntryChange["state"], "told">): string {
  return STATE_WORDS[state];
}

/** «Срок», or «Родительское собрание: срок» where the change is of a row of the subject. */
export function changedInWords({ field, of }: Pick<EntryChange, "field" | "of">): string {
  return of ? `${of}: ${field.toLowerCase()}` : field;
}

/** «Срок: 12.10.2026 → 20.10.2026» */
export function changeInWords({ before, after, state, ...changed }: EntryChange): string {
  const name = changedInWords(changed);
  if (state !== "told") return `${name}: ${stateInWords(state)}`;
  return before === "нет" ? `${name}: ${after}` : `${name}: ${before} → ${after}`;
}
