import { writeWorkbook } from "#platform/office/workbook.ts";
import type { DocumentTree, ParagraphBlock, TableBlock } from "./document-tree.ts";
import { pageOf } from "./page.ts";
import { layOutSheet, sheetName } from "./sheet.ts";

interface PlacedTable {
  readonly above: ParagraphBlock[];
  readonly table: TableBlock;
  readonly below: ParagraphBlock[];
}

/** Tables of a document with the paragraphs before each; those after the last table stay with it. */
function tablesOf(tree: DocumentTree): PlacedTable[] {
  const found: PlacedTable[] = [];
  let waiting: ParagraphBlock[] = [];
  for (const block of tree.blocks) {
    if (block.kind === "paragraph") waiting.push(block);
    else {
      found.push({ above: waiting, table: block, below: [] });
      waiting = [];
    }
  }
  found.at(-1)?.below.push(...waiting);
  return found;
}

/**
 * Prints the tables of a document tree as XLSX, a sheet each, with the paragraphs around them: numbers stay numbers,
 * days stay days, header rows stand still on the screen and repeat on paper.
 * Throws RangeError for a tree without tables or with a table that does not fit together.
 */
export async function renderXlsx(tree: DocumentTree): Promise<Uint8Array> {
  const tables = tablesOf(tree);
  if (tables.length === 0) throw new RangeError("a workbook needs at least one table");
  const page = pageOf(tree);
  const names = new Set<string>();
  const sheets = tables.map(({ above, table, below }) => {
    const name = sheetName(table.name, names);
    names.add(name);
    return layOutSheet(name, page, above, table, below);
  });
  return writeWorkbook(sheets);
}
