import { readParties } from "#domain/phrases/read-parties.ts";
import { readPlanValue } from "#domain/phrases/read-plan-value.ts";
import { readTerm } from "#domain/phrases/read-term.ts";

const READERS = { terms: readTerm, parties: (phrase: string) => readParties(phrase), planned: readPlanValue } as const;

export type PhraseKind = keyof typeof READERS;

/**
 * Reads phrases, one a line, and writes one JSON object a line in the same order; an empty line gives an object too, so that
 * line n of the output is about line n of the input. `write` gets each line with its line end.
 */
export async function phrasesCommand(
  kind: PhraseKind,
  lines: AsyncIterable<string> | Iterable<string>,
  write: (line: string) => void,
): Promise<void> {
  for await (const line of lines) {
    const phrase = line.replace(/\r?\n$/, "").replace(/\r$/, "");
    write(`${JSON.stringify(READERS[kind](phrase))}\n`);
  }
}
