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
    const numbered = next !== undefined && numberAlone(next.text) !== undefined;
    const telling = numbered || roles.has("term") || roles.has("responsible");
    if (roles.size < 3 || !roles.has("title") || !next || !telling) continue;
    const from = roles.has("number") ? at + 1 : at;
    const labels = lines.slice(from, to).map(({ text }) => text);
    runs.push({ from: at, to, labels, key: labels.map(headerKey).join("|"), numbered });
    at = to - 1;
  }
  return runs;
}

export function isSectionLine(text: string): boolean {
  return (numberLed(text) !== undefined || namesSection(text)) && !numberAlone(text);
}
