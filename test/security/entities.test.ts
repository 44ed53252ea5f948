import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openDocument } from "#platform/office/open-document.ts";
import { readWorkbook, writeWorkbook } from "#platform/office/workbook.ts";
import { docx, p, tbl, tr } from "../support/docx-builder.ts";

const SECRET = "тайна-соседнего-файла";
const tripled = ["a", "b", "c", "d", "e", "f"].map(
  (name, at, all) => `<!ENTITY ${name} "${at === 0 ? "ха" : `&${all[at - 1]};`.repeat(30)}">`,
);

/** The archive with a document type put before the text of a part, and an entity into its first words. */
function withType(bytes: Uint8Array, part: string, entities: string, name: string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[part]!)
    .replace(/^(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE x [${entities}]>`)
    .replace(/(<w:t[^>]*>|<t[^>]*>)/, `$1&${name};`);
  return zipSync({ ...parts, [part]: strToU8(xml) });
}

describe("entities of XML", () => {
  it("of a document bring in no other file and do not swell", async () => {
    const folder = mkdtempSync(join(tmpdir(), "orientir-entity-"));
    writeFileSync(join(folder, "secret.txt"), SECRET);
    const whole = docx([p("План"), tbl([tr(["Мероприятие", "Срок"]), tr(["Опрос", "май 2026"])])]);
    for (const [entities, name] of [
      [`<!ENTITY e SYSTEM "file://${join(folder, "secret.txt")}">`, "e"],
      [tripled.join(""), "f"],
    ] as const) {
      const read = await openDocument(withType(whole, "word/document.xml", entities, name), "план.docx");
      const seen = JSON.stringify(read);
      expect(seen).not.toContain(SECRET);
      expect(seen.length).toBeLessThan(20_000);
    }
    rmSync(folder, { recursive: true });
  });

  it("of a workbook are refused", async () => {
    const whole = await writeWorkbook([{ name: "План", widths: [20], rows: [["Опрос"]] }]);
    const spoilt = withType(whole, "xl/sharedStrings.xml", tripled.join(""), "f");
    await expect(readWorkbook(spoilt)).rejects.toThrow("office-damaged");
  });
});
