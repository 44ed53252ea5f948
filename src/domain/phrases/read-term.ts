import { confidenceOf } from "./doubt.ts";
import { doubtsOfTerm } from "./doubts-of-term.ts";
import type { Draft, Joint } from "./draft.ts";
import { folded } from "./folded.ts";
import { joinParts } from "./join-parts.ts";
import { LONGEST_PHRASE } from "./longest-phrase.ts";
import { mendLetters, mendTokens } from "./mend-tokens.ts";
import { windowOf } from "./point.ts";
import { readParts, type Placed } from "./read-parts.ts";
import type { DayWindow, Phase, PhaseKind, TermReading } from "./term.ts";
import { tokenise, type Token } from "./tokens.ts";

/**
 * Reads a phrase of time as a careful person does: «октябрь, далее постоянно», «Ежегодно: Декабрь январь; Май-июнь».
 * Never throws and guesses nothing silently: what is not understood stands in `rest`, and a phrase of which nothing is
 * understood has one `unknown` phase. An empty phrase, and one of marks only, has no phases.
 */
export function readTerm(phrase: string): TermReading {
  const reading = readTermAsTyped(phrase);
  if (!reading.rest || phrase.length > LONGEST_PHRASE) return reading;
  const letters = mendLetters(phrase);
  const tokens = tokenise(letters);
  const mended = mendTokens(tokens).map((token): Token => {
    const typed = phrase.slice(token.start, token.end);
    const meant = letters.slice(token.start, token.end);
    return typed === meant || token.mended ? token : { ...token, mended: meant };
  });
  const isSame =
    letters === phrase && mended.length === tokens.length && mended.every((token, at) => token === tokens[at]);
  if (isSame) return reading;
  const again = readTokens(phrase, mended);
  return again.rest.length < reading.rest.length ? again : reading;
}

/** Reads a phrase without setting misprints right, where a name is likelier than a misspelt term. */
export function readTermAsTyped(phrase: string): TermReading {
  if (phrase.length > LONGEST_PHRASE)
    return { phrase, phases: [UNKNOWN], rest: folded(phrase), doubts: [], confidence: "none" };
  return readTokens(phrase, tokenise(phrase));
}

const UNKNOWN: Phase = { kind: "unknown", windows: [], freq: null };

function readTokens(phrase: string, tokens: readonly Token[]): TermReading {
  const { parts, start } = readParts(tokens, phrase);
  const { drafts, unread, doubted } = joinParts(parts, (at) => jointBetween(tokens, parts, at));
  const used = new Set<number>(Array.from({ length: start }, (_, at) => at));
  for (const placed of parts)
    if (!unread.includes(placed)) for (let at = placed.first; at < placed.next; at += 1) used.add(at);
  const phases = drafts.map(phaseOf);
  const rest = restOf(phrase, tokens, used);
  const doubts = doubtsOfTerm(phrase, tokens, [...parts, ...doubted], phases);
  return {
    phrase,
    phases: phases.length === 0 && rest ? [UNKNOWN] : phases,
    rest,
    doubts,
    confidence: confidenceOf(phases.length > 0, rest, doubts),
  };
}

function jointBetween(tokens: readonly Token[], parts: readonly Placed[], at: number): Joint {
  const between = tokens.slice(parts[at - 1]?.next ?? 0, parts[at]!.first).map((token) => token.key);
  if (between.includes(";")) return "strong";
  if (between.includes("(") && !between.includes(")")) return "bracket";
  return between.length ? "comma" : "space";
}

function kindOf(draft: Draft): PhaseKind {
  if (draft.reference) return draft.reference;
  if (draft.rhythm) return "cadence";
  if (draft.yearly) return "yearly";
  const isOpen = draft.spans.every((span) => span.to === null && !span.named && !span.isFloor);
  if (draft.always || isOpen) return "continuous";
  const [only] = draft.spans;
  return draft.spans.length === 1 && only!.isDay ? "once" : "window";
}

function phaseOf(draft: Draft): Phase {
  const windows: DayWindow[] = draft.spans.flatMap((span) => windowOf(span) ?? []);
  for (const named of draft.rhythm?.by ?? []) windows.push({ from: null, to: null, named });
  return { kind: kindOf(draft), windows, freq: draft.rhythm?.freq ?? null };
}

const SEPARATORS = new Set([",", ";", ":", "(", ")", "-", "и", "•", "·", "●", "▪", "*"]);
/** at the end of a phrase they lead somewhere: a dash to a span that was cut, an asterisk to a note */
const LEADS = new Set(["-", "*"]);

/** The words no part took, in their order; separators count only beside such words, and a dash that leads nowhere. */
function restOf(phrase: string, tokens: readonly Token[], used: ReadonlySet<number>): string {
  const isLeft = (at: number) => {
    const token = tokens[at];
    if (!token || used.has(at)) return false;
    return !SEPARATORS.has(token.key) || (LEADS.has(token.key) && at === tokens.length - 1 && at > 0);
  };
  const runs: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isLeft(at)) continue;
    let last = at;
    while (isLeft(last + 1) || (SEPARATORS.has(tokens[last + 1]?.key ?? "") && !used.has(last + 1) && isLeft(last + 2)))
      last += 1;
    runs.push(phrase.slice(tokens[at]!.start, tokens[last]!.end));
    at = last;
  }
  return folded(runs.join(" "));
}
