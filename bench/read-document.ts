import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { understand } from "../src/domain/tables/understand.ts";
import { openDocument } from "../src/platform/office/open-document.ts";
import { inTurns, type Measure } from "./timing.ts";

/**
 * Reading and understanding a .docx, two measures: against only unpacking it and walking its XML, which any reader must pay, and against
 * mammoth's conversion to HTML, which understands nothing.
 */
export async function readDocument(path: string): Promise<readonly Measure[]> {
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
  const name = "прочитать и понять .docx";
  return [
    { name, unit: "мс", limitName: "распаковать и пройти XML", ...(await inTurns(60, 10, ours, limit)) },
    { name, unit: "мс", limitName: "перевести в HTML библиотекой mammoth", ...(await inTurns(60, 10, ours, html)) },
  ];
}
