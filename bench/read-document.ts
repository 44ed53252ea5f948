import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { understand } from "../src/domain/tables/understand.ts";
import { openDocument } from "../src/platform/office/open-document.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { inTurns } from "./timing.ts";

/**
 * Reading and understanding a .docx, two measures: against only unpacking it and walking its XML, which any reader must pay, and against
 * mammoth's conversion to HTML, which understands nothing. The document is the one named by ORIENTIR_BENCH_DOCX, else a long network
 * programme where the source documents are at hand, else the demo's.
 */
export async function readDocument({ root }: Ground): Promise<readonly Figure[]> {
  const path = documentOf(root);
  const bytes = new Uint8Array(await readFile(path));
  const buffer = Buffer.from(bytes);
  const ours = async () => {
    const opened = await openDocument(bytes, "план.docx");
    if (!opened.ok) throw new Error(opened.refusal.text);
    understand(opened.value);
  };
  const limit = async () => {
    const parser = new SaxesParser();
    let letters = 0;
    parser.on("text", (text) => {
      letters += text.length;
    });
    parser.write(new TextDecoder().decode(unzipSync(bytes)["word/document.xml"])).close();
    if (letters === 0) throw new Error("the document is empty");
  };
  const html = async () => {
    if ((await mammoth.convertToHtml({ buffer })).value === "") throw new Error("the document is empty");
  };
  const figure = { id: "P7", name: "прочитать и понять .docx", unit: "мс", seen: { документ: basename(path) } };
  const walked = await inTurns(60, 10, ours, limit);
  const converted = await inTurns(60, 10, ours, html);
  return [
    { ...figure, limitName: "распаковать и пройти XML", goal: { most: 3 }, ...walked },
    { ...figure, limitName: "перевести в HTML библиотекой mammoth", goal: { most: 1 }, ...converted },
  ];
}

function documentOf(root: string): string {
  const long = resolve(root, process.env.ORIENTIR_SOURCES ?? "../shared/sources", "kovrov-network-programme.docx");
  const demo = join(root, "fixtures", "documents", "school-support-demo.docx");
  return process.env.ORIENTIR_BENCH_DOCX ?? (existsSync(long) ? long : demo);
}
