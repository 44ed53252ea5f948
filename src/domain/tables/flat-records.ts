import { letters } from "#domain/russian/letters.ts";
import { isSectionLine, type Line } from "./flat-lines.ts";
import { headerKey } from "./fold.ts";
import { meaningOf, MONTH_WORDS, PARTY_WORDS } from "./roles.ts";

const GOES_ON = letters(/^[\p{Ll}–•-]/u);

export type FlatRecord =
  | { readonly section: string }
  | { readonly cells: readonly (readonly string[])[]; readonly unsure: boolean };

const MOST_EXTRA = 2;
/** words of time that no title, name or result begins with */
const BARE_TERM =
  /^(?:еже(?:годно|месячно|квартально|недельно|дневно)|постоянно|в течение|весь период|до \d|не реже)[^]{0,40}$/iu;

/**
 * Records without numbers under a header of paragraphs: as many lines as columns, where the line under «Срок» speaks of time and the one
 * under «Ответственный» of people. A line between two such records is a section; a record may have a cell of two paragraphs.
 */
export function recordsByWidth(
  lines: readonly Line[],
  from: number,
  limit: number,
  labels: readonly string[],
  least = 2,
): { readonly records: readonly FlatRecord[]; readonly next: number } | undefined {
  const width = labels.length;
  const roles = labels.map((label) => meaningOf(headerKey(label))?.role);
  const [term, party] = [roles.indexOf("term"), roles.indexOf("responsible")];
  if (term < 0 && party < 0) return undefined;
  const people = roles.indexOf("participants");
  const holds = (cells: readonly (readonly string[])[], col: number, word: RegExp): boolean =>
    col < 0 || cells[col]!.every((text) => word.test(text) || word.test(text.toLowerCase()));
  const recordAt = (at: number, size: number): readonly (readonly string[])[] | undefined => {
    if (at + size > limit) return undefined;
    const texts = lines.slice(at, at + size).map(({ text }) => text);
    const ways = labels
      .map((_, col) => withLonger(texts, col, size - width))
      .filter((cells) => {
        const elsewhere = cells.every((own, col) => col === term || own.every((text) => !BARE_TERM.test(text)));
        return elsewhere && holds(cells, term, MONTH_WORDS) && holds(cells, party, PARTY_WORDS);
      });
    const likely = (cells: readonly (readonly string[])[]): number =>
      likeness(cells) + (people >= 0 && holds(cells, people, PARTY_WORDS) ? 1 : 0);
    return ways.sort((one, other) => likely(other) - likely(one))[0];
  };
  const records: FlatRecord[] = [];
  let at = from;
  while (at < limit) {
    const exact = recordAt(at, width);
    const heading = exact !== undefined && isHeading(lines[at]!.text, recordAt(at + 1, width));
    const going = exact ? undefined : goingOn(at, width, recordAt);
    if (exact && !heading) {
      records.push({ cells: exact, unsure: false });
      at += width;
    } else if (going === undefined && recordAt(at + 1, width)) {
      records.push({ section: lines[at]!.text }, { cells: recordAt(at + 1, width)!, unsure: false });
      at += width + 1;
    } else {
      const extra = going ?? longer(at, width, limit, recordAt);
      const below = extra === undefined ? goingOn(at + 1, width, recordAt) : undefined;
      if (extra === undefined && below === undefined) break;
      if (extra === undefined) records.push({ section: lines[at]!.text });
      const [start, size] = extra === undefined ? [at + 1, width + below!] : [at, width + extra];
      records.push({ cells: recordAt(start, size)!, unsure: true });
      at = start + size;
    }
  }
  return records.filter((one) => "cells" in one).length >= least ? { records, next: at } : undefined;
}

/** One cell holds all the paragraphs that are more than columns. */
function withLonger(texts: readonly string[], col: number, extra: number): readonly (readonly string[])[] {
  const cells = texts.slice(0, col).map((text) => [text]);
  const rest = texts.slice(col + extra + 1).map((text) => [text]);
  return [...cells, texts.slice(col, col + extra + 1), ...rest];
}

/** How well further paragraphs of a cell go on: best after a line that waits for more, then in lower case. */
function likeness(cells: readonly (readonly string[])[]): number {
  return cells
    .flatMap((texts) => texts.slice(1).map((text, at) => [texts[at]!, text] as const))
    .reduce((sum, [above, text]) => sum + (/[:,(-]$/.test(above) ? 3 : GOES_ON.test(text) ? 1 : -2), 0);
}

/** Every further paragraph of a cell goes on: in lower case, as an item of a list, or after a line that waits for more. */
function goesOnInside(cells: readonly (readonly string[])[]): boolean {
  return cells.every((texts) => texts.slice(1).every((text, at) => GOES_ON.test(text) || /[:,(-]$/.test(texts[at]!)));
}

/** A line that looks like a section where the record below it is whole too. */
function isHeading(text: string, below: unknown): boolean {
  return below !== undefined && isSectionLine(text);
}

/** How many paragraphs more than columns the record has: so many that the next one begins rightly, or that nothing follows. */
function longer(
  at: number,
  width: number,
  limit: number,
  recordAt: (from: number, size: number) => unknown,
): number | undefined {
  for (let extra = 1; extra <= MOST_EXTRA; extra += 1) {
    const next = at + width + extra;
    const goesOn = next === limit || recordAt(next, width) !== undefined || recordAt(next + 1, width) !== undefined;
    if (goesOn && recordAt(at, width + extra) !== undefined) return extra;
  }
  return undefined;
}

/** How many paragraphs more, each of which goes on in lower case or as an item of a list. */
function goingOn(
  at: number,
  width: number,
  recordAt: (from: number, size: number) => readonly (readonly string[])[] | undefined,
): number | undefined {
  for (let extra = 1; extra <= MOST_EXTRA; extra += 1) {
    const cells = recordAt(at, width + extra);
    if (cells && goesOnInside(cells)) return extra;
  }
  return undefined;
}
