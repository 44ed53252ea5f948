import { localDateOf } from "#shared/local-date.ts";
import { matchKey } from "#domain/russian/match-key.ts";

export type TokenKind = "word" | "number" | "date" | "time" | "mark";

export interface Token {
  readonly kind: TokenKind;
  /** words: the match key; numbers: their digits; marks: the sign itself, every dash being "-"; dates: as typed */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** the first token of a line after the first */
  readonly beginsLine?: true;
  /** the word that a misprint was read as; `key` is then the key of that word */
  readonly mended?: string;
  /** date tokens only; the year may be missing («15.10»), or the day («10.2021») */
  readonly day?: { readonly year?: number; readonly month: number; readonly day?: number };
}

/** A part of a phrase that was recognised, and the place of the first token after it. */
export interface Found<Value> {
  readonly value: Value;
  readonly next: number;
}

const PIECE = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}-\d{2}(?!\d))`,
    String.raw`(?<date>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)|\d{1,2}\.\s{0,2}\d{1,2}\.\s{0,2}\d{4}(?!\d))`,
    String.raw`(?<slashed>\d{1,2}\/\d{1,2}\/\d{4}(?!\d))`,
    String.raw`(?<monthYear>(?:0[1-9]|1[0-2])\.(?:199|20\d)\d(?!\d))`,
    String.raw`(?<time>\d{1,2}:\d{2}(?!\d))`,
    String.raw`(?<dayMonth>\d{1,2}\.\d{1,2}(?!\d))`,
    // «2-х», «15го»
    String.raw`(?<number>\d+)(?:-?(?:го|й|я|е|х|ти|ой|ый|ое|ая|му|ом|м)(?!\p{L}))?`,
    // «III-й»
    String.raw`(?<word>[\p{L}\p{M}]+)(?:(?<=(?<!\p{L})[IVІ]{1,3})-(?:го|й|я|е|ой|ый|ое|ая|ю)(?!\p{L}))?`,
    String.raw`(?<dash>[\u2010-\u2015\u2212-])`,
    // full stops, quotes and invisible signs only part what stands around them
    String.raw`(?<mark>[^\s.«»„“”"'\uFEFF\u00AD\u200B-\u200D])`,
  ].join("|"),
  "gu",
);

function dayOf(digits: readonly string[]): Token["day"] {
  const [day = 0, month = 0, short] = digits.map(Number);
  const year = short === undefined ? undefined : short < 100 ? 2000 + short : short;
  // without a year 29.02 exists, so a leap year stands in for it
  if (!localDateOf(year ?? 2024, month, day)) return undefined;
  return year === undefined ? { month, day } : { year, month, day };
}

function dateToken(text: string, digits: string[], start: number): Token {
  const day = dayOf(digits);
  const place = { key: text, start, end: start + text.length };
  return day ? { kind: "date", day, ...place } : { kind: digits.length === 2 ? "time" : "mark", ...place };
}

/** «14.00-14.10» and «с 9.00 до 10.10» are hours although 14.10 alone would be a day: an hour makes its neighbour one. */
function withHours(tokens: readonly Token[]): Token[] {
  const result = [...tokens];
  const isHour = (at: number) => result[at]?.kind === "time";
  const joins = (at: number) => ["-", "до", "по"].includes(result[at]?.key ?? "");
  const becomes = (at: number) => {
    const token = result[at]!;
    if (token.kind === "date" && token.day!.year === undefined) result[at] = { ...token, kind: "time" };
  };
  for (let at = 0; at < result.length; at += 1) if (joins(at + 1) && isHour(at + 2)) becomes(at);
  for (let at = 2; at < result.length; at += 1) if (joins(at - 1) && isHour(at - 2)) becomes(at);
  return result;
}

function withLines(tokens: readonly Token[], phrase: string): readonly Token[] {
  if (!phrase.includes("\n")) return tokens;
  return tokens.map((token, at) =>
    at > 0 && phrase.slice(tokens[at - 1]!.end, token.start).includes("\n") ? { ...token, beginsLine: true } : token,
  );
}

/**
 * «07.12-19.20.»: a day and its year with the month left out, told from hours by the full stop after them. The first day lends the month.
 */
function withLentMonths(tokens: readonly Token[], phrase: string): Token[] {
  return tokens.map((token, at) => {
    const first = tokens[at - 2];
    const [day = 0, year = 0] = token.key.split(".").map(Number);
    const isLent =
      token.kind === "time" &&
      phrase[token.end] === "." &&
      keyAt(tokens, at - 1) === "-" &&
      first?.kind === "date" &&
      first.day!.year === undefined &&
      year >= 17 &&
      year <= 39;
    const lent = isLent ? dayOf([String(day), String(first.day!.month), String(year)]) : undefined;
    if (!lent) return token;
    const mended = `${String(day).padStart(2, "0")}.${String(lent.month).padStart(2, "0")}.20${year}`;
    return { ...token, kind: "date", day: lent, mended };
  });
}

/** Cuts a phrase into words, numbers, days, hours and marks; white space, full stops and quotes only part them. Linear in the length. */
export function tokenise(phrase: string): Token[] {
  const tokens: Token[] = [];
  for (const piece of phrase.matchAll(PIECE)) {
    const groups = piece.groups!;
    const text = piece[0];
    const start = piece.index;
    const place = { start, end: start + text.length };
    if (groups.iso) tokens.push(dateToken(text, text.split("-").reverse(), start));
    else if (groups.slashed) tokens.push(dateToken(text, text.split("/"), start));
    else if (groups.date ?? groups.dayMonth) tokens.push(dateToken(text, text.split(/\.\s*/), start));
    else if (groups.monthYear) {
      const [month, year] = text.split(".").map(Number) as [number, number];
      tokens.push({ kind: "date", key: text, day: { year, month }, ...place });
    } else if (groups.time) tokens.push({ kind: "time", key: text, ...place });
    else if (groups.number) tokens.push({ kind: "number", key: groups.number, ...place });
    else if (groups.word) tokens.push({ kind: "word", key: matchKey(groups.word), ...place });
    else tokens.push({ kind: "mark", key: groups.dash ? "-" : text, ...place });
  }
  return withHours(withLentMonths(withLines(tokens, phrase), phrase));
}

/** The key at a place; an empty string before the first and after the last token. */
export function keyAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.key ?? "";
}

/** The place after a fixed sequence of keys, or undefined where it does not stand here. */
export function after(tokens: readonly Token[], at: number, ...keys: readonly string[]): number | undefined {
  return keys.every((key, step) => keyAt(tokens, at + step) === key) ? at + keys.length : undefined;
}

/** Several word sequences by their first word; of those that share it the longest must come first. */
export type Wordings = ReadonlyMap<string, readonly (readonly string[])[]>;

export function wordings(...sequences: readonly string[]): Wordings {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const sequence of sequences) {
    const words = sequence.split(" ");
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);
  }
  return byFirst;
}

/** The place after the one of several word sequences («не позднее», «до») that stands here. */
export function afterOneOf(tokens: readonly Token[], at: number, sequences: Wordings): number | undefined {
  for (const words of sequences.get(keyAt(tokens, at)) ?? []) {
    const next = after(tokens, at, ...words);
    if (next !== undefined) return next;
  }
  return undefined;
}
