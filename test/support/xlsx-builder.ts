import { strToU8, zipSync } from "fflate";

/** A small writer of Excel files for tests: sheets as ready rows of XML, with the number formats that cells name by their place. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
}

const OPC = "http://schemas.openxmlformats.org";
const MAIN = `${OPC}/spreadsheetml/2006/main`;
const DOCUMENT = `${OPC}/officeDocument/2006/relationships`;

/** The bytes of an .xlsx; a cell's `s` is the place of its format in `formats`, from 1. `shared` are shared strings as `<si>` XML. */
export function xlsx(sheets: readonly SheetXml[], formats: readonly string[] = [], shared = ""): Uint8Array {
  const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${OPC}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${OPC}/package/2006/relationships"><Relationship Id="r1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"${state ? ` state="${state}"` : ""}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${OPC}/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="s${at + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="st" Type="${DOCUMENT}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared}</sst>`,
  };
  sheets.forEach(({ rows, merges = [] }, at) => {
    const merged =
      merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "";
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${merged}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
