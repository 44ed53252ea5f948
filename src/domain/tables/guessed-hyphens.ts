import type { DocumentGrids } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { short, type Remark } from "./notes.ts";
import type { ReadTable } from "./reading.ts";

const SOFT = "\u00AD";
const GUESSED = /[\p{L}-]*\u00AD[\p{L}-]*/gu;

/** Words that a line end tore and nothing in the document tells whether they are one: the reader left a soft hyphen in them. */
export function guessedHyphens({ tableIndexes }: ReadTable, { blocks }: DocumentGrids): readonly Remark[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table" || !tableIndexes.includes(block.index)) return [];
    return block.cells.flatMap(({ row, col, paragraphs }): Remark[] => {
      const words = paragraphs.flatMap((text) => (text.includes(SOFT) ? text.match(GUESSED)! : [])).map(fold);
      if (words.length === 0) return [];
      return [
        {
          kind: "guessed-hyphen",
          weight: "note",
          address: { table: block.index, row, col },
          text: `Слово на конце строки соединено без дефиса: «${short([...new Set(words)].join("», «"))}». Проверьте, не пишется ли оно через дефис.`,
        },
      ];
    });
  });
}
