import { sql, type Selectable } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { fullName, shortName } from "#features/people/model/names.ts";
import type { PersonTable } from "#features/people/server/public.ts";
import { pseudonymOf } from "../model/pseudonym.ts";

/**
 * Blanks the person in the answers kept for retries of other people's writes. An answer quotes them where it holds their identifier, their
 * login, their phone or their name as words of its own; there the names give way to the pseudonym, and what stands as a whole value (a
 * given name, a position) to an empty one.
 */
export async function scrubAnswers(
  tx: Tx,
  person: Selectable<PersonTable>,
  logins: readonly string[],
  positions: readonly string[],
): Promise<void> {
  const { family_name: surname, given_name: given, patronymic, phone } = person;
  const names = [fullName(person), shortName(person), surname, phone, ...logins];
  await sql`select scrub_answers(${person.id}, ${[surname, phone, ...logins].filter(Boolean).map(insideJson)}::text[],
    ${`(?<![[:alnum:]])(${patternOf(names)})(?![[:alnum:]])`}, ${`"(${patternOf([given, patronymic, ...positions])})"(?!:)`},
    ${pseudonymOf(person.id)})`.execute(tx);
}

/** One of the words, the longest first; each as it stands inside a text of JSON. A pattern of no words matches nothing. */
function patternOf(words: readonly string[]): string {
  const told = [...new Set(words.filter(Boolean))].sort((one, other) => other.length - one.length);
  return told.map((word) => insideJson(word).replace(/[^\p{L}\p{N}\s]/gu, "\\$&")).join("|") || "$^";
}

const insideJson = (word: string) => JSON.stringify(word).slice(1, -1);
