import { readFile } from "node:fs/promises";
import { OfficeRefusal } from "./problems.ts";
import { convertWith, officeProgram, type Conversion } from "./office-program.ts";
import { drawFirstPage, pageProgram } from "./page-program.ts";

const OPEN_XML = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/** Kinds that LibreOffice makes a PDF of: the reader that must read them, so that nothing else is guessed from the bytes. */
const CONVERTED: Readonly<Record<string, Omit<Conversion, "into">>> = {
  [`${OPEN_XML}.wordprocessingml.document`]: { format: "docx", filter: "MS Word 2007 XML" },
  [`${OPEN_XML}.spreadsheetml.sheet`]: { format: "xlsx", filter: "Calc MS Excel 2007 XML" },
  [`${OPEN_XML}.presentationml.presentation`]: { format: "pptx", filter: "Impress MS PowerPoint 2007 XML" },
  [`${OPEN_DOCUMENT}.text`]: { format: "odt", filter: "writer8" },
  [`${OPEN_DOCUMENT}.spreadsheet`]: { format: "ods", filter: "calc8" },
  [`${OPEN_DOCUMENT}.presentation`]: { format: "odp", filter: "impress8" },
  "application/msword": { format: "doc", filter: "MS Word 97" },
  "application/vnd.ms-excel": { format: "xls", filter: "MS Excel 97" },
  "application/vnd.ms-powerpoint": { format: "ppt", filter: "MS PowerPoint 97" },
  "application/rtf": { format: "rtf", filter: "Rich Text Format" },
};

const LIMITS = { seconds: 30, bytes: 50 * 1024 * 1024, megabytes: 1024 };

/** Whether first pages of this kind can be drawn on this machine: with poppler, and other kinds than PDF with LibreOffice too. */
export function drawsPages(mediaType: string): boolean {
  if (pageProgram() === null) return false;
  return mediaType === "application/pdf" || (CONVERTED[mediaType] !== undefined && officeProgram() !== null);
}

/** The first page of a document as a JPEG, drawn under limits of time, memory and size; undefined where it cannot be. */
export async function firstPage(path: string, mediaType: string): Promise<Uint8Array | undefined> {
  const draws = pageProgram();
  if (!draws) return undefined;
  const bytes = new Uint8Array(await readFile(path));
  if (mediaType === "application/pdf") return drawFirstPage(draws, bytes);
  const office = officeProgram();
  const kind = CONVERTED[mediaType];
  if (!office || !kind) return undefined;
  try {
    return await drawFirstPage(draws, await convertWith(office, bytes, { ...kind, into: "pdf" }, LIMITS));
  } catch (fault) {
    if (fault instanceof OfficeRefusal) return undefined;
    throw fault;
  }
}
