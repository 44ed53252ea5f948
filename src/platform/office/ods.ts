import type { Block } from "#shared/document-grids.ts";
import type { OdfTrees } from "./odf.ts";
import { odfStyles, type StyleOf } from "./odf-styles.ts";
import { odfTable } from "./odf-table.ts";
import { odfText } from "./odf-text.ts";
import { OfficeRefusal } from "./problems.ts";
import { shownValue } from "./sheet-value.ts";
import { sheetBlocks, type SheetMerge, type ShownSheet } from "./sheets.ts";
import { child, children, type XmlNode } from "./xml.ts";

/** Blocks of an .ods: its visible sheets as they show their cells. Throws OfficeRefusal. */
export function readOds({ content, styles }: OdfTrees): readonly Block[] {
  const book = child(child(content, "office:body"), "office:spreadsheet");
  if (!book) throw new OfficeRefusal("office-damaged");
  const styleOf = odfStyles(content, styles);
  const visible = children(book, "table:table").filter(
    ({ attributes }) => !styleOf("table", attributes["table:style-name"]).hidden,
  );
  return sheetBlocks(visible.map((table) => shownSheet(table, styleOf)));
}

function shownSheet(table: XmlNode, styleOf: StyleOf): ShownSheet {
  const { spans, rows: count } = odfTable(table, styleOf);
  const rows: string[][] = Array.from({ length: count }, () => []);
  const merges: SheetMerge[] = [];
  for (const { row, col, rowSpan, colSpan, node } of spans) {
    const line = rows[row]!;
    while (line.length < col) line.push("");
    line[col] = node?.name === "table:table-cell" ? shownCell(node, styleOf) : "";
    if (rowSpan > 1 || colSpan > 1)
      merges.push({ top: row, left: col, bottom: row + rowSpan - 1, right: col + colSpan - 1 });
  }
  return { name: table.attributes["table:name"] ?? "", rows, merges };
}

/** The text that stands in the cell; the value itself where a program wrote no text. A fault of a formula is an empty cell. */
function shownCell({ attributes, children: parts }: XmlNode, styleOf: StyleOf): string {
  if (attributes["calcext:value-type"] === "error") return "";
  const lines = parts.filter(({ name }) => name === "text:p").map((one) => odfText(one, styleOf, false).text);
  const text = lines.join("\n");
  const type = attributes["office:value-type"];
  if (text !== "") return type === "percentage" ? text.replace(/\s*%$/, " %") : text;
  const value = Number(attributes["office:value"]);
  if (type === "percentage") return shownValue(value, "0.##%");
  if (type === "float" || type === "currency") return shownValue(value);
  if (type === "date") return shownValue(new Date(attributes["office:date-value"] ?? ""));
  return type === "boolean" ? shownValue(attributes["office:boolean-value"] === "true") : "";
}
