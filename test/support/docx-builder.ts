import { strToU8, zipSync } from "fflate";

/**
 * A small writer of Word files for tests and fixtures: exactly the marks a reader must understand and nothing else. The same content always
 * gives the same bytes.
 */
export interface ParagraphLook {
  /** heading level 1…9 */
  readonly level?: number;
  readonly bold?: boolean;
  /** list number and depth of `numberings` */
  readonly list?: { readonly id: number; readonly depth?: number };
}

export interface CellLook {
  readonly span?: number;
  /** "start" begins a vertical merge, "on" goes on with the one above */
  readonly merge?: "start" | "on";
}

export interface RowLook {
  readonly before?: number;
  readonly after?: number;
  /** raw XML put into the row's properties, e.g. a tracked deletion */
  readonly properties?: string;
}

/** One abstract list: format and text of each level, as in Word («%1.%2.»). */
export interface Numbering {
  readonly id: number;
  readonly levels: readonly { readonly format: string; readonly text: string; readonly start?: number }[];
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A run; tabs and line breaks become Word's own. */
export function run(text: string, properties = ""): string {
  const parts = escaped(text)
    .replace(/\t/g, '</w:t><w:tab/><w:t xml:space="preserve">')
    .replace(/\n/g, '</w:t><w:br/><w:t xml:space="preserve">');
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${parts}</w:t></w:r>`;
}

export function p(text: string, look: ParagraphLook = {}): string {
  return paragraph(text === "" ? "" : run(text, look.bold ? "<w:b/>" : ""), look);
}

/** A paragraph around ready XML of runs. */
export function paragraph(runs: string, { level, list }: ParagraphLook = {}): string {
  const style = level === undefined ? "" : `<w:pStyle w:val="Heading${level}"/>`;
  const number = list ? `<w:numPr><w:ilvl w:val="${list.depth ?? 0}"/><w:numId w:val="${list.id}"/></w:numPr>` : "";
  return `<w:p>${style || number ? `<w:pPr>${style}${number}</w:pPr>` : ""}${runs}</w:p>`;
}

/** A cell: a text, several paragraphs as ready XML, or a nested table followed by its empty paragraph. */
export function tc(content: string | readonly string[], { span = 1, merge }: CellLook = {}): string {
  const merged = merge === undefined ? "" : merge === "start" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const properties = `<w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}${merged}</w:tcPr>`;
  return `<w:tc>${properties}${typeof content === "string" ? p(content) : content.join("")}</w:tc>`;
}

export function tr(cells: readonly string[], { before, after, properties = "" }: RowLook = {}): string {
  const gaps = `${before ? `<w:gridBefore w:val="${before}"/>` : ""}${after ? `<w:gridAfter w:val="${after}"/>` : ""}`;
  return `<w:tr><w:trPr>${gaps}${properties}</w:trPr>${cells.map((cell) => (cell.startsWith("<w:") ? cell : tc(cell))).join("")}</w:tr>`;
}

const BORDERS = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("")}</w:tblBorders>`;

export function tbl(rows: readonly string[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr>${BORDERS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OPC = "http://schemas.openxmlformats.org";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The bytes of a .docx whose body is the given XML; `more` adds parts by name, or puts others in place of its own. */
export function docx(
  body: readonly string[],
  numberings: readonly Numbering[] = [],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const landscape =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="1134"/></w:sectPr>';
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${OPC}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD_TYPE}.numbering+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${OPC}/package/2006/relationships"><Relationship Id="r1" Type="${OPC}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${OPC}/package/2006/relationships"><Relationship Id="r1" Type="${OPC}/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OPC}/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document ${NAMESPACES}><w:body>${body.join("")}${landscape}</w:body></w:document>`,
    "word/styles.xml": `${HEAD}<w:styles ${NAMESPACES}>${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:rPr><w:b/></w:rPr></w:style>`).join("")}</w:styles>`,
    "word/numbering.xml": `${HEAD}<w:numbering ${NAMESPACES}>${numberings.map(numberingXml).join("")}${numberings.map(({ id }) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("")}</w:numbering>`,
    ...more,
  };
  // Archives keep local time: the same wall clock everywhere gives the same bytes.
  const files = Object.entries(parts).map(
    ([name, xml]) => [name, [strToU8(xml), { mtime: new Date(2025, 0, 1) }]] as const,
  );
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}

/** A part of WordprocessingML by the name of its root, for `more` of `docx`. */
export function part(root: string, content: string): string {
  return `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

function numberingXml({ id, levels }: Numbering): string {
  const xml = levels.map(
    ({ format, text, start = 1 }, depth) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${xml.join("")}</w:abstractNum>`;
}
