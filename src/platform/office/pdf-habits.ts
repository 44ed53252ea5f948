import { halvesOf, provenJoint, vocabularyOf, type Vocabulary } from "./pdf-hyphens.ts";
import type { Line } from "./pdf-lines.ts";

/** Lines that flow into each other: the text of a cell, or of a column of a page, with the room they have. */
export interface TextBox {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  readonly cell: boolean;
}

/** How the program that made the file sets its text, learned from all of it. */
export interface Habits {
  readonly words: Vocabulary;
  /** a line that goes on in the next ends in a drawn space, and one that does not has none */
  readonly wraps: boolean;
  /** whether words are broken at the ends of lines; undefined where nothing proves it */
  readonly hyphenates: boolean | undefined;
  /** usual step from line to line, in parts of the type's size */
  readonly leading: { readonly cell: number; readonly body: number };
}

export function habitsOf(boxes: readonly TextBox[]): Habits {
  const words = vocabularyOf(boxes.map(({ lines }) => lines.map(({ text }) => text)));
  const cells = boxes.filter(({ cell, lines }) => cell && lines.length > 0);
  const ends = cells.map(({ lines }) => lines.at(-1)!);
  const inner = cells.flatMap(({ lines }) => lines.slice(0, -1));
  const spaced = (lines: readonly Line[]): number => lines.filter((line) => line.spaced).length;
  return {
    words,
    wraps: inner.length >= 4 && spaced(inner) >= inner.length * 0.3 && spaced(ends) <= ends.length * 0.15,
    hyphenates: hyphenatesIn(boxes, words),
    leading: { cell: leadingOf(cells), body: leadingOf(boxes.filter(({ cell }) => !cell)) },
  };
}

/** share of lines ending in a hyphen below which a document does not break words */
const FEW_HYPHENS = 0.04;

function hyphenatesIn(boxes: readonly TextBox[], words: Vocabulary): boolean | undefined {
  let [dropped, kept, hyphens, all] = [0, 0, 0, 0];
  for (const { lines } of boxes) {
    lines.slice(1).forEach((line, at) => {
      const above = lines[at]!;
      all += 1;
      const halves = above.spaced ? undefined : halvesOf(above.text, line.text);
      if (!halves) return;
      hyphens += 1;
      const joint = provenJoint(halves.left, halves.right, words);
      if (joint?.dropped) dropped += 1;
      else if (joint) kept += 1;
    });
  }
  if (dropped > 0) return true;
  return kept >= 2 || hyphens < all * FEW_HYPHENS ? false : undefined;
}

function leadingOf(boxes: readonly TextBox[]): number {
  const steps = boxes
    .flatMap(({ lines }) =>
      lines.slice(1).map((line, at) => (line.base - lines[at]!.base) / Math.max(line.size, lines[at]!.size, 1)),
    )
    .filter((step) => step > 0.8 && step < 2.2)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? 1.2;
}
