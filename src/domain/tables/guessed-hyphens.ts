import { letters } from "#domain/russian/letters.ts";
import type { CellAddress, GridCell } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { short, type Remark } from "./notes.ts";

const SOFT = "\u00AD";
const GUESSED = letters(/[\p{L}-]*\u00AD[\p{L}-]*/gu);

/** Words that a line end tore and nothing in the document tells whether they are one: the reader left a soft hyphen in them. */
export function guessedHyphen({ paragraphs }: GridCell, address: CellAddress): Remark | undefined {
  if (!paragraphs.some((text) => text.includes(SOFT))) return undefined;
  const words = paragraphs.flatMap((text) => text.match(GUESSED) ?? []).map(fold);
  return {
    kind: "guessed-hyphen",
    weight: "note",
    address,
    text: `Слово на конце строки соединено без дефиса: «${short([...new Set(words)].join("», «"))}». Проверьте, не пишется ли оно через дефис.`,
  };
}
