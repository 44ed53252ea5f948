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

/** «Срок: 12.10.2026 → 20.10.2026» */
export function changeInWords({ field, of, before, after, state }: EntryChange): string {
  const name = of ? `${of}: ${field.toLowerCase()}` : field;
  if (state !== "told") return `${name}: ${stateInWords(state)}`;
  return before === "нет" ? `${name}: ${after}` : `${name}: ${before} → ${after}`;
}
