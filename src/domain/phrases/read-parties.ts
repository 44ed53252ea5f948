import { confidenceOf, type PhraseDoubt, type Unquoted } from "./doubt.ts";
import { folded } from "./folded.ts";
import { doubtsOfLookAlikes } from "./look-alikes.ts";
import { COVERED, maskText } from "./masked-text.ts";
import { readName } from "./party-name.ts";
import { isSurname } from "./party-forms.ts";
import { POSITION } from "./party-names.ts";
import { numberedName, splitName, withNumberedLines } from "./party-splits.ts";
import { cutIntoBlocks, type Block } from "./party-stretches.ts";
import type { PartiesReading, Party, PartyPart } from "./party.ts";

export interface PartiesOptions {
  /** which column the phrase stands in; in that of participants everyone takes part. Default "responsible" */
  readonly column?: "responsible" | "participants";
}

const UNCLOSED: Unquoted = { kind: "misprint", words: "Кавычка или скобка без пары." };
/** «УО (совместно с ОО)»: the bracket says who takes part, and belongs to no name */
const SAYING_BRACKET =
  /\((?=\s?(?:совместно\s+со?|при\s+участии|с\s+участием|с\s+привлечением|при\s+поддержке)\s+\p{L})([^()]*)\)/giu;

/** «учителя-⏎предметники»: a hyphen at the end of a line belongs to its word */
const LINE_HYPHEN = /(?<=\p{L})[-‐]\s*\n\s*(?=\p{Ll})/gu;

/** «заместитель директора⏎по УВР»: a line that begins so goes on with the name above it, unless it says when or by what paper */
function withNamesWhole(text: string): string {
  return text.replace(/(?<=[\p{L}.»")])[^\S\n]*\n\s*(по\s[^\n,;/\\]+)/gu, (torn, line: string) =>
    readName(line).name ? ` ${line}` : torn,
  );
}

/**
 * Reads who does what: «УО / ОО, ШНОР» → УО is the assignee, ОО and ШНОР take part. Names stay as written; commas and «и» inside
 * quotes, brackets and one position's name part nothing, and numbers of a list («СОШ № 1, 3») become schools of their own. Never throws:
 * what names no party («и др.», a term in the wrong column) stands in `rest`, what may be read in two ways carries a doubt.
 */
export function readParties(phrase: string, options: PartiesOptions = {}): PartiesReading {
  const text = withNumberedLines(withNamesWhole(phrase.replace(LINE_HYPHEN, "-").replace(SAYING_BRACKET, " $1 ")));
  const masked = maskText(text);
  const doubts: PhraseDoubt[] = doubtsOfLookAlikes(phrase);
  // what is in doubt about the whole phrase is told once, however many blocks say it
  const ofPhrase = new Set<Unquoted>(masked === undefined ? [UNCLOSED] : []);
  const parties: Party[] = [];
  const rest: string[] = [];
  // without the pair of a quote or bracket every mark parts names, as it would for a person
  for (const block of cutIntoBlocks(withClassesWhole(masked ?? text))) {
    if (block.doubt) ofPhrase.add(block.doubt);
    for (const { start, end } of block.names) {
      const written = text.slice(start, end);
      const numbered = numberedName(written, parties.at(-1)?.name);
      const found = numbered ?? readName(written);
      rest.push(...found.rest);
      const pieces = splitName(found.name);
      for (const each of [...found.doubts, ...pieces.doubts]) doubts.push({ ...each, quote: folded(written) });
      for (const name of pieces.names) {
        const part = options.column === "participants" ? "participant" : partOf(found.part ?? block.part, parties);
        parties.push({ name, part, ...(found.byAgreement ? { byAgreement: true } : {}) });
      }
    }
  }
  if (parties.some(({ name }, at) => at > 0 && isOneOfTwo(parties[at - 1]!.name, name))) ofPhrase.add(ONE_OR_TWO);
  for (const each of ofPhrase) doubts.push({ ...each, quote: folded(phrase) });
  const left = rest.join(" ");
  return { phrase, parties, rest: left, doubts, confidence: confidenceOf(parties.length > 0, left, doubts) };
}

const CLASS_LIST =
  /\d{1,2}(?:-?[хе])?(?:\s?[-–—]\s?\d{1,2})?(?:\s?(?:,|и)\s?\d{1,2}(?:-?[хе])?(?:\s?[-–—]\s?\d{1,2})?)+\s?(?:кл|класс)/giu;

/** «зам. директора по УВР/ВР» */
const AREA_SLASH =
  /(?<=(?<!\p{L})по\s(?:УВР|ВР|НМР|УР|МР|УМР|ВМР)\s?)\/(?=\s?(?:по\s)?(?:УВР|ВР|НМР|УР|МР|УМР|ВМР)(?!\p{L}))/giu;

/** «учителя 4, 5, 9 классов», «по УВР/ВР»: such commas and slashes part no names. Of the same length. */
function withClassesWhole(masked: string): string {
  return masked.replace(CLASS_LIST, (list) => list.replaceAll(",", COVERED)).replace(AREA_SLASH, COVERED);
}

const ONE_OR_TWO: Unquoted = { kind: "ambiguous", words: "Неясно, фамилия и должность – это один человек или двое." };

/** «Иванова, методист», «директор, Петров» */
function isOneOfTwo(one: string, other: string): boolean {
  const isPosition = (name: string) => POSITION.test(name.toLowerCase());
  return (isSurname(one) && isPosition(other)) || (isPosition(one) && isSurname(other));
}

function partOf(part: Block["part"], before: readonly Party[]): PartyPart {
  if (part && part !== "assignee") return part;
  return before.some((party) => party.part === "assignee") ? "coAssignee" : "assignee";
}
