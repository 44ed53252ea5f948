import { strToU8, zipSync } from "fflate";

/** A small writer of OpenDocument texts for tests: the marks a reader must understand and nothing else. */

const URN = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = `xmlns:office="${URN}:office:1.0" xmlns:style="${URN}:style:1.0" xmlns:text="${URN}:text:1.0" xmlns:table="${URN}:table:1.0" xmlns:draw="${URN}:drawing:1.0" xmlns:fo="${URN}:xsl-fo-compatible:1.0" xmlns:number="${URN}:datastyle:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`;

export interface OdfParts {
  /** XML of automatic styles */
  readonly automatic?: string;
  /** XML of named styles */
  readonly named?: string;
  readonly manifest?: string;
}

/** The bytes of an .odt whose text is the given XML. */
export function odt(body: string, parts: OdfParts = {}): Uint8Array {
  return odf("text", `<office:text>${body}</office:text>`, parts);
}

/** The bytes of an .ods whose sheets are the given XML. */
export function ods(sheets: string, parts: OdfParts = {}): Uint8Array {
  return odf("spreadsheet", `<office:spreadsheet>${sheets}</office:spreadsheet>`, parts);
}

/** A text document as one XML file (.fodt). */
export function flatOdt(body: string, { automatic = "", named = "" }: OdfParts = {}): string {
  return `<?xml version="1.0"?><office:document ${NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${named}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

function odf(kind: string, body: string, { automatic = "", named = "", manifest = "" }: OdfParts): Uint8Array {
  const parts = {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="${URN}:manifest:1.0">${manifest}</manifest:manifest>`,
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${NAMESPACES}><office:styles>${named}</office:styles></office:document-styles>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A cell with its paragraphs as ready XML, or a text. */
export function cell(content: string, attributes = ""): string {
  return `<table:table-cell ${attributes}>${content.startsWith("<") ? content : `<text:p>${content}</text:p>`}</table:table-cell>`;
}

export const COVERED = "<table:covered-table-cell/>";

export const row = (cells: readonly string[], attributes = ""): string =>
  `<table:table-row ${attributes}>${cells.map((one) => (one.startsWith("<table:") ? one : cell(one))).join("")}</table:table-row>`;

export const table = (rows: readonly string[]): string => `<table:table>${rows.join("")}</table:table>`;
