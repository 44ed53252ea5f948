import type { Piece } from "./contract.ts";

/** What is marked: stems of the words asked for, and the beginning of the one that may not be finished. */
export interface Sought {
  readonly stems: readonly string[];
  readonly beginning: string | null;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** the longest ending that a form puts after a stem: «-ующими» */
const LONGEST_ENDING = 6;

/** A word as it is compared: small letters, ё as е. */
export const wordKey = (word: string) => word.toLowerCase().replaceAll("ё", "е");

function isSought(word: string, { stems, beginning }: Sought): boolean {
  const key = wordKey(word);
  if (beginning !== null && key.startsWith(beginning)) return true;
  return stems.some((stem) =>
    /^\d+$/.test(stem) ? key === stem : key.startsWith(stem) && key.length - stem.length <= LONGEST_ENDING,
  );
}

/** Cuts a text where the words stand; put together the pieces are the text. */
export function piecesOf(text: string, sought: Sought): Piece[] {
  const pieces: Piece[] = [];
  const put = (part: string, found: boolean) => {
    const last = pieces.at(-1);
    if (part === "") return;
    if (last && last.found === found) pieces[pieces.length - 1] = { text: last.text + part, found };
    else pieces.push({ text: part, found });
  };
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isSought(match[0], sought)) continue;
    put(text.slice(end, match.index), false);
    put(match[0], true);
    end = match.index + match[0].length;
  }
  put(text.slice(end), false);
  return pieces;
}

/** Whether all the words stand there already: nothing more need be shown. */
export function hasAll(pieces: readonly Piece[], { stems, beginning }: Sought): boolean {
  const keys = pieces.filter(({ found }) => found).flatMap(({ text }) => wordKey(text).match(WORD) ?? []);
  const isThere = (start: string) => keys.some((key) => key.startsWith(start));
  const [rest, last] = [stems.filter((stem) => !beginning?.startsWith(stem)), beginning];
  return (
    rest.every(isThere) &&
    (last === null || isThere(last) || stems.some((stem) => last.startsWith(stem) && isThere(stem)))
  );
}

export const hasFound = (pieces: readonly Piece[]) => pieces.some(({ found }) => found);

/** A piece cut out of a longer text, from word to word; `starts` and `ends` say that it is the very beginning or end. */
export function excerptOf(cut: string, { starts, ends }: { starts: boolean; ends: boolean }): string {
  const spaced = cut.replace(/\s+/gu, " ");
  const from = starts ? 0 : spaced.indexOf(" ") + 1;
  const to = ends ? spaced.length : spaced.lastIndexOf(" ");
  const body = to > from ? spaced.slice(from, to).trim() : spaced.trim();
  return `${starts ? "" : "… "}${body}${ends ? "" : " …"}`;
}
