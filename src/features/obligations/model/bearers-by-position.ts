import { matchKey } from "#domain/russian/match-key.ts";
import { inForce, type Registry } from "#features/places/model/registry.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface Holder {
  readonly personId: Id;
  /** null: a role held at the territory */
  readonly organisationId: Id | null;
}

/** Short forms that columns of executors use for a word of a position. */
const SPELLED: Readonly<Record<string, string>> = {
  зам: "заместитель",
  рмо: "объединение",
  шмо: "объединение",
  мо: "объединение",
  соц: "социальный",
};

/** Words that lead a position and do not tell one from another. */
const EMPTY_WORDS = new Set(["по", "и", "в", "на", "для", "школы", "школ", "оо", "оу", "района", "муниципальные"]);

/** Who holds a position named in any case or number («тьюторы», «зам. директора по УВР») on a day, by position or by role. */
export function holdersOf(words: string, registry: Registry, on: LocalDate): Holder[] {
  // two thousand teachers hold a dozen positions: each is compared once
  const compared = new Map<string, boolean>();
  const isSame = (held: string) => {
    const known = compared.get(held) ?? samePosition(words, held);
    compared.set(held, known);
    return known;
  };
  const positions = registry.positions.filter((fact) => inForce(fact, on) && isSame(fact.position));
  const roles = registry.roles.filter((fact) => inForce(fact, on) && isSame(ROLE_NAME[fact.role]));
  return [...positions, ...roles].map(({ personId, organisationId }) => ({ personId, organisationId }));
}

/** Whether every word of the wanted position stands in the held one, in any grammatical form: «тьюторы» ~ «тьютор по математике». */
export function samePosition(wanted: string, held: string): boolean {
  const heldWords = wordsOf(held);
  const wantedWords = wordsOf(wanted);
  if (!wantedWords.length) return false;
  // «директор» is not «заместитель директора»
  if (isDeputy(wantedWords) !== isDeputy(heldWords)) return false;
  return wantedWords.every((word) => heldWords.some((other) => sameWord(word, other)));
}

function wordsOf(text: string): string[] {
  const words = matchKey(text).match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => SPELLED[word] ?? word);
}

function isDeputy(words: readonly string[]): boolean {
  return words.some((word) => sameWord(word, "заместитель"));
}

/** The same word but for its ending; words of up to three letters (codes) must be equal. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common += 1;
  return common >= 4 && a.length - common <= 3 && b.length - common <= 3;
}
