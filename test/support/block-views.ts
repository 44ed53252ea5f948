import type { Block } from "#shared/document-grids.ts";

/** Blocks of a document a line each: paragraphs with their marks, cells with their places and spans, columns before rows. */
export const told = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`${block.list?.marker ?? ""}${block.text}`]
      : block.cells.map(
          ({ row, col, rowSpan, colSpan, paragraphs, marks }) =>
            `${row},${col} ${colSpan}x${rowSpan} ${paragraphs.map((text, at) => `${marks?.[at] ?? ""}${text}`).join("|")}`,
        ),
  );
