import { beginsLow } from "#domain/russian/letters.ts";
import type { Block } from "#shared/document-grids.ts";
import { fold, headerKey } from "./fold.ts";
import { namesSection, numberAlone, numberLed } from "./numbering.ts";
import { meaningOf } from "./roles.ts";

export interface Line {
  readonly block: number;
  readonly text: string;
}

/** Names of columns one under another: a header whose cells became paragraphs. */
export interface HeaderRun {
  readonly from: number;
  readonly to: number;
  readonly labels: readonly string[];
  readonly key: string;
  /** a number standing alone follows: each record begins with one */
  readonly numbered: boolean;
}

export type FlatRow = { readonly section: string } | { readonly cells: readonly (readonly string[])[] };

/** A table put back from the lines `first` to `last`. */
export interface Rebuilt {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly FlatRow[];
  readonly columns: number;
  /** rows with another number of paragraphs than the table has columns */
  readonly unsure: readonly number[];
}

const LONGEST_LABEL = 60;

export function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block, at) => {
    // A dash that opens a line stays in the text of a flattened cell.
    const text = block.kind === "paragraph" ? fold(`${block.list?.marker ?? ""} ${block.text}`) : "";
    return text === "" ? [] : [{ block: at, text }];
  });
}

/** Runs of at least three short lines with different meanings, a title among them; without a number below them, a term or who answers too. */
export function findRuns(lines: readonly Line[]): readonly HeaderRun[] {
  const runs: HeaderRun[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const roles = new Set<string>();
    let to = at;
    while (to < lines.length) {
      const { text } = lines[to]!;
      const role = text.length <= LONGEST_LABEL && !/[.;]$/.test(text) ? meaningOf(headerKey(text))?.role : undefined;
      if (role === undefined || role === "planYear" || roles.has(role) || isSectionLine(text)) break;
      roles.add(role);
      to += 1;
    }
    const next = lines[to];
    const numbered = numberAfter(lines, to) !== undefined;
    const telling = numbered || roles.has("term") || roles.has("responsible");
    if (roles.size < 3 || !roles.has("title") || !next || !telling) continue;
    const from = roles.has("number") ? at + 1 : at;
    const labels = lines.slice(from, to).map(({ text }) => text);
    runs.push({ from: at, to, labels, key: labels.map(headerKey).join("|"), numbered });
    at = to - 1;
  }
  return runs;
}

const MOST_SECTIONS = 3;

/** The first number standing alone under a header: at once, or under lines that name sections. */
export function numberAfter(lines: readonly Line[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + MOST_SECTIONS + 1); at += 1) {
    if (numberAlone(lines[at]!.text)) return at;
    if (!isSectionLine(lines[at]!.text)) return undefined;
  }
  return undefined;
}

export function isSectionLine(text: string): boolean {
  return (numberLed(text) !== undefined || namesSection(text)) && !numberAlone(text);
}

/** Section lines right above the first header. */
export function sectionStart(lines: readonly Line[], header: number): number {
  for (let at = header - 1; at >= Math.max(0, header - 3); at -= 1) {
    if (isSectionLine(lines[at]!.text)) return at;
    if (!beginsLow(lines[at]!.text)) return header;
  }
  return header;
}

/** Lines that name sections, each with the lines it goes on in. */
export function sectionTexts(lines: readonly Line[]): readonly string[] {
  const found: string[] = [];
  for (const { text } of lines) {
    if (found.length > 0 && !isSectionLine(text)) found.push(fold(`${found.pop()} ${text}`));
    else found.push(text);
  }
  return found;
}
