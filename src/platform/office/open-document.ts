import type { Block, DocumentGrids } from "#shared/document-grids.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { refuseBoundless } from "./bounds.ts";
import { partNames } from "./archive.ts";
import { readDocx } from "./docx.ts";
import { fileTypeOf } from "./file-type.ts";
import { foreignKind } from "./foreign-kind.ts";
import { readHtml } from "./html.ts";
import { pageOfMhtml } from "./mhtml.ts";
import { odfKind, parseFlatOdf, unpackOdf, type OdfTrees } from "./odf.ts";
import { readOds } from "./ods.ts";
import { readOdt } from "./odt.ts";
import { convert, officeProgram, type ForeignFormat } from "./office-program.ts";
import { decodeText, readPlainText } from "./plain-text.ts";
import {
  mismatched,
  OFFICE_PROBLEMS,
  officeProblem,
  OfficeRefusal,
  type OfficeProblem,
  type OfficeProblemCode,
} from "./problems.ts";
import { readPdf } from "./pdf.ts";
import { readXlsxBlocks } from "./xlsx.ts";

export const MOST_FILE_BYTES = 30 * 1024 * 1024;
/** paragraphs and tables: a document of a thousand pages has about forty thousand */
const MOST_BLOCKS = 60_000;

/** some three thousand pages */
const MOST_LETTERS = 5_000_000;
/** as many letters, at most two bytes each in a text without pictures */
const MOST_TEXT_BYTES = 10_000_000;

export interface OpenOptions {
  /** LibreOffice, which opens the old kinds, looked for where one comes; null where there is none: a sentence says how to save the file anew */
  readonly program?: string | null;
}

/** Kinds that only LibreOffice opens, by the problem they are where it is missing. */
const CONVERTED: Partial<Record<OfficeProblemCode, ForeignFormat>> = {
  "office-old-word": "doc",
  "office-rtf": "rtf",
  "office-old-excel": "xls",
};

/**
 * Opens a document of any kind that the product reads by its content, whatever its name. `name` is the file's name with extension; pasted
 * text is passed as its UTF-8 bytes. Never throws: a refusal carries a code and a Russian sentence saying what to do.
 */
export async function openDocument(
  bytes: Uint8Array,
  name: string,
  { program }: OpenOptions = {},
): Promise<Result<DocumentGrids, OfficeProblem>> {
  if (bytes.length > MOST_FILE_BYTES) return refused(officeProblem("office-too-large"));
  try {
    const blocks = await blocksOf(bytes, name, program);
    if (!blocks.some(hasText)) return refused(officeProblem("office-empty"));
    if (blocks.length > MOST_BLOCKS || lettersOf(blocks) > MOST_LETTERS) return refused(officeProblem("office-long"));
    refuseBoundless(blocks.filter((block) => block.kind === "table"));
    return done({ document: name.replace(/^.*[/\\]/, "").replace(/\.[^.\s]{1,5}$/, ""), blocks });
  } catch (error) {
    if (error instanceof OfficeRefusal) return refused(error.problem);
    // Whatever a reader trips over in somebody's file is a fault of the file, not of the product.
    return refused(officeProblem("office-damaged"));
  }
}

async function blocksOf(bytes: Uint8Array, name: string, program: OpenOptions["program"]): Promise<readonly Block[]> {
  const type = fileTypeOf(bytes, name);
  const format = CONVERTED[type as OfficeProblemCode];
  const opener = format && program === undefined ? officeProgram() : program;
  if (format && opener) {
    const made = await convert(opener, bytes, format);
    return format === "xls" ? readXlsxBlocks(made) : readDocx(made);
  }
  if (isProblem(type)) throw new OfficeRefusal(mismatched(type, name, foreignKind(bytes)));
  if (type === "mhtml") return readHtml(pageOfMhtml(bytes));
  if (type === "html") return readHtml(decodeText(bytes));
  if (type === "flat-odf") return readOpenDocument(parseFlatOdf(decodeText(bytes)), name);
  if (type === "pdf") return readPdf(bytes);
  if (type === "text") {
    if (bytes.length > MOST_TEXT_BYTES) throw new OfficeRefusal("office-long");
    return readPlainText(decodeText(bytes));
  }
  const names = new Set(partNames(bytes));
  if ([...names].some((one) => /^word\/document\d*\.xml$/.test(one))) return readDocx(bytes);
  if (names.has("xl/workbook.xml")) return readXlsxBlocks(bytes);
  if (names.has("content.xml")) return readOpenDocument(unpackOdf(bytes), name);
  if (names.has("ppt/presentation.xml"))
    throw new OfficeRefusal(mismatched("office-wrong-type", name, "презентация PowerPoint"));
  const office = names.has("[Content_Types].xml") && /\.(?:docx|xlsx)$/i.test(name);
  throw new OfficeRefusal(office ? "office-damaged" : mismatched("office-wrong-type", name, "архив ZIP"));
}

function readOpenDocument(trees: OdfTrees, name: string): readonly Block[] {
  const kind = odfKind(trees);
  if (kind === "text") return readOdt(trees);
  if (kind === "spreadsheet") return readOds(trees);
  throw new OfficeRefusal(mismatched("office-opendocument", name));
}

function isProblem(type: string): type is OfficeProblemCode {
  return type in OFFICE_PROBLEMS;
}

function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === "paragraph") return sum + block.text.length;
    return block.cells.reduce(
      (inside, { paragraphs }) => paragraphs.reduce((all, { length }) => all + length, inside),
      sum,
    );
  }, 0);
}

function hasText(block: Block): boolean {
  if (block.kind === "paragraph") return block.text.trim() !== "";
  return block.cells.some(({ paragraphs }) => paragraphs.some((text) => text.trim() !== ""));
}
