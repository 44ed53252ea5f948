import { strFromU8, unzipSync } from "fflate";
import type { Id } from "#shared/ids.ts";
import type { District } from "./given-district.ts";
import { granted } from "./granted.ts";

/** The report on the execution of a programme in a year, as its officer downloads it. */
export async function printedReports({ officer, territoryId }: District, programmeId: Id, year: number) {
  const path = `/api/documents/${territoryId}/${programmeId}/execution`;
  const [docx, xlsx] = await Promise.all(
    (["docx", "xlsx"] as const).map(async (format) => {
      const answer = await officer.call("GET", `${path}.${format}?period=${year}`);
      granted(answer);
      return answer.raw;
    }),
  );
  return { docx: docx!, xlsx: xlsx! };
}

/** Readers of the printed report that know nothing of the program that wrote it: the marks inside the archives, and LibreOffice. */
const unescaped = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    // a space that does not break is still a space to a reader
    .replace(/\u00a0/g, " ");

const inside = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, "g"))].map(([, content]) => content!);

function partOf(archive: Uint8Array, name: string): string {
  const bytes = unzipSync(archive)[name];
  if (!bytes) throw new Error(`no ${name} in the archive`);
  return strFromU8(bytes);
}

/** Texts of the cells of every table row, paragraphs as lines. */
export function wordRows(docx: Uint8Array): string[][] {
  return inside(partOf(docx, "word/document.xml"), "w:tr").map((row) =>
    inside(row, "w:tc").map((cell) => inside(cell, "w:p").map(wordText).join("\n")),
  );
}

/** Texts of the paragraphs, those of tables too. */
export function wordLines(docx: Uint8Array): string[] {
  return inside(partOf(docx, "word/document.xml"), "w:p").map(wordText);
}

function wordText(paragraph: string): string {
  const marks = paragraph.replace(/<w:br\s*\/>/g, "<w:t>\n</w:t>");
  return unescaped(inside(marks, "w:t").join(""));
}

/** Values of the cells of the first sheet, row by row, by the letters of their columns. */
export function sheetRows(xlsx: Uint8Array): Readonly<Record<string, string>>[] {
  const names = Object.keys(unzipSync(xlsx));
  const shared = names.includes("xl/sharedStrings.xml")
    ? inside(partOf(xlsx, "xl/sharedStrings.xml"), "si").map((item) => unescaped(inside(item, "t").join("")))
    : [];
  return inside(partOf(xlsx, "xl/worksheets/sheet1.xml"), "row").map((row) =>
    Object.fromEntries(
      [...row.matchAll(/<c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes, content = ""]) => {
        const column = /r="([A-Z]+)\d+"/.exec(attributes!)![1]!;
        const value = inside(content, "v")[0] ?? "";
        const isShared = /t="s"/.test(attributes!);
        return [column, isShared ? shared[Number(value)]! : unescaped(inside(content, "t").join("") || value)];
      }),
    ),
  );
}
