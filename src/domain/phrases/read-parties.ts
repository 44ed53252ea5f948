import { confidenceOf, type PhraseDoubt } from "./doubt.ts";
import { maskText } from "./masked-text.ts";
import { cutIntoBlocks, type Block } from "./party-stretches.ts";
import type { PartiesReading, Party, PartyPart } from "./party.ts";
import { readTerm } from "./read-term.ts";

export interface PartiesOptions {
  /** which column the phrase stands in; in that of participants everyone takes part. Default "responsible" */
  readonly column?: "responsible" | "participants";
}

const BY_AGREEMENT = /\(?\s?по\s+согласованию\s?\)?/iu;
const AND_OTHERS = /(?<!\p{L})(?:и\s+)?(?:др\.|другие|пр\.|т\.\s?д\.|т\.\s?п\.)\s*$/iu;
/** bullets and stray marks around a name; the stop of an initial («Петрова А. А.») belongs to it */
const EDGES = /^[\s\-–—•·.:*]+|(?<![\s.]\p{Lu})[\s\-–—.:;,]+$/gu;
const BULLET = /^\s*\d{1,2}[.)]\s+/u;

/**
 * Reads who does what: «УО / ОО, ШНОР» → УО is the assignee, ОО and ШНОР take part. Names stay as written; commas and «и» inside
 * quotes, brackets and one position's name part nothing. Never throws: what names no party («и др.», a term in the wrong column,
 * a phrase with an unclosed quote) stands in `rest`.
 */
export function readParties(phrase: string, options: PartiesOptions = {}): PartiesReading {
  const masked = maskText(phrase);
  if (masked === undefined) return { phrase, parties: [], rest: folded(phrase), doubts: [], confidence: "none" };
  const parties: Party[] = [];
  const rest: string[] = [];
  for (const block of cutIntoBlocks(masked)) {
    for (const { start, end } of block.names) {
      const party = nameOf(phrase.slice(start, end));
      rest.push(...party.rest);
      if (!party.name) continue;
      const part = options.column === "participants" ? "participant" : partOf(block, parties);
      parties.push({ name: party.name, part, ...(party.byAgreement ? { byAgreement: true } : {}) });
    }
  }
  const doubts: PhraseDoubt[] = [];
  const left = rest.join(" ");
  return { phrase, parties, rest: left, doubts, confidence: confidenceOf(parties.length > 0, left, doubts) };
}

function partOf(block: Block, before: readonly Party[]): PartyPart {
  if (block.part && block.part !== "assignee") return block.part;
  return before.some(({ part }) => part === "assignee") ? "coAssignee" : "assignee";
}

interface Name {
  readonly name: string;
  readonly byAgreement: boolean;
  readonly rest: readonly string[];
}

function nameOf(written: string): Name {
  const byAgreement = BY_AGREEMENT.test(written);
  const bare = folded(written.replace(BY_AGREEMENT, " ").replace(BULLET, ""));
  const others = AND_OTHERS.exec(bare)?.[0].trim();
  const name = folded((others ? bare.slice(0, -others.length) : bare).replace(EDGES, ""));
  const rest = others ? [others] : [];
  if (!/\p{L}/u.test(name)) return { name: "", byAgreement, rest: name ? [name, ...rest] : rest };
  const term = readTerm(name);
  const isTerm = term.rest === "" && term.phases.length > 0;
  return isTerm ? { name: "", byAgreement, rest: [name, ...rest] } : { name, byAgreement, rest };
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
