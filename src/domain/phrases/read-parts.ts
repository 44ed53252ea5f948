import { monthAt } from "./calendar-words.ts";
import { readExtent, type Extent } from "./read-extent.ts";
import type { Unquoted } from "./doubt.ts";
import { readReferences, type Reference } from "./read-reference.ts";
import { readRelative } from "./read-relative.ts";
import { readRhythm, type Rhythm } from "./read-rhythm.ts";
import { readSpan, type Spans } from "./read-span.ts";
import { readYears, type Years } from "./read-years.ts";
import { after, afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const EACH_YEAR = wordings("каждый год", "каждого года", "каждого учебного года");
const THEN = wordings("и далее", "а далее", "а затем", "и затем", "далее", "затем", "потом");
const SINCE = wordings("начиная с", "не ранее", "не раньше", "с");
const IN = wordings("в", "на", "за");

/** One recognised part of a phrase, before parts are joined into phases. */
export type Part = (
  | { readonly is: "yearly" }
  | { readonly is: "then" }
  | ({ readonly is: "rhythm" } & Rhythm)
  | ({ readonly is: "extent" } & Extent)
  | ({ readonly is: "spans" } & Spans)
  | { readonly is: "years"; readonly years: Years; readonly isSince?: boolean; readonly isFloor?: boolean }
  | { readonly is: "references"; readonly kinds: readonly Reference[] }
  | { readonly is: "relative" }
) & { readonly doubt?: Unquoted };

/** A part with its tokens: `first` inclusive, `next` exclusive. */
export interface Placed {
  readonly part: Part;
  readonly first: number;
  readonly next: number;
}

function placed<Value>(found: Found<Value> | undefined, make: (value: Value) => Part): Found<Part> | undefined {
  return found && { value: make(found.value), next: found.next };
}

function readYearly(tokens: readonly Token[], at: number): Found<Part> | undefined {
  const isYearly = /^(?:ежегод|ежегодн(?:о|а|ый|ая|ое|ые|ого))$/.test(keyAt(tokens, at));
  const next = isYearly ? at + 1 : (afterOneOf(tokens, at, EACH_YEAR) ?? after(tokens, at, "из", "года", "в", "год"));
  return next === undefined ? undefined : { value: { is: "yearly" }, next };
}

function readThen(tokens: readonly Token[], at: number): Found<Part> | undefined {
  const next = afterOneOf(tokens, at, THEN);
  return next === undefined
    ? undefined
    : { value: { is: "then" }, next: keyAt(tokens, next) === "-" ? next + 1 : next };
}

function readYearSpan(tokens: readonly Token[], at: number): Found<Part> | undefined {
  const since = afterOneOf(tokens, at, SINCE);
  const led = since ?? afterOneOf(tokens, at, IN) ?? at;
  const years = readYears(tokens, led);
  return placed(years, (value) => ({
    is: "years",
    years: value,
    ...(since === undefined || value.isSpan ? {} : { isSince: true, isFloor: keyAt(tokens, at) === "не" }),
  }));
}

const RELATIVE: Part = {
  is: "relative",
  doubt: { kind: "relative", words: "Срок отсчитывается от события, у которого нет дня." },
};

function readPart(tokens: readonly Token[], at: number, phrase: string): Found<Part> | undefined {
  const begins = (place: number) => readDated(tokens, place, phrase) !== undefined;
  return readDated(tokens, at, phrase) ?? placed(readRelative(tokens, at, begins), () => RELATIVE);
}

/** A part that the words themselves put in time. */
function readDated(tokens: readonly Token[], at: number, phrase: string): Found<Part> | undefined {
  return (
    readYearly(tokens, at) ??
    readThen(tokens, at) ??
    placed(readReferences(tokens, at, phrase), (kinds) => ({ is: "references", kinds })) ??
    placed(readRhythm(tokens, at), (rhythm) => ({ is: "rhythm", ...rhythm })) ??
    placed(readExtent(tokens, at), (extent) => ({ is: "extent", ...extent })) ??
    placed(readSpan(tokens, at), (spans) => ({ is: "spans", ...spans })) ??
    readYearSpan(tokens, at)
  );
}

const TURNS = new Set(
  "не кроме до к после через ранее раньше исключая без спустя перед накануне более чаще".split(" "),
);

/**
 * A token that began no part and turns the meaning of what follows: «не ранее 15 октября», «31 апреля», a range that runs backwards.
 * What follows it is left unread too, for it would say the opposite of the phrase.
 */
function isTurning(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === "word") return TURNS.has(token.key);
  return token.kind !== "mark" && (keyAt(tokens, at + 1) === "-" || monthAt(tokens, at + 1) !== undefined);
}

/** «Срок исполнения:» before the term itself. */
function afterLabel(tokens: readonly Token[]): number {
  const noun = /^(?:срок|сроки|период)$/.test(keyAt(tokens, 0)) ? 1 : 0;
  const of = noun && /^(?:исполнения|реализации|проведения|выполнения)$/.test(keyAt(tokens, noun)) ? noun + 1 : noun;
  return of > 0 && [":", "-"].includes(keyAt(tokens, of)) ? of + 1 : 0;
}

/** The recognised parts in order, and the place where they may begin; words that begin no part are passed over. */
export function readParts(
  tokens: readonly Token[],
  phrase: string,
): { readonly parts: Placed[]; readonly start: number } {
  const parts: Placed[] = [];
  const start = afterLabel(tokens);
  let at = start;
  let barredTo = -1;
  while (at < tokens.length) {
    const found = readPart(tokens, at, phrase);
    if (found && at > barredTo) {
      const next = keyAt(tokens, found.next) === "включительно" ? found.next + 1 : found.next;
      parts.push({ part: found.value, first: at, next });
    }
    if (!found && isTurning(tokens, at)) barredTo = at + 3;
    at = found?.next ?? at + 1;
  }
  return { parts, start };
}
