import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { understand } from "#domain/tables/understand.ts";
import { measuresOf, type ReadMeasure } from "#domain/tables/reading.ts";
import { officeProgram } from "#platform/office/office-program.ts";
import { openDocument } from "#platform/office/open-document.ts";

const SOURCES = process.env["ORIENTIR_SOURCES"] ?? "../shared/sources";
const OFFICE = officeProgram();
const DOCUMENTS = [
  "uglich-school-support-roadmap",
  "kovrov-network-programme",
  "teacher-growth-model",
  "social-contract-2.0",
];

/** What a measure says, without the addresses that differ from format to format. */
const wordsOf = ({
  number,
  title,
  term,
  responsible,
  participants,
  result,
  reportDocument,
  plan,
  instruments,
}: ReadMeasure) => ({
  number,
  title,
  term,
  responsible,
  participants,
  result,
  reportDocument,
  plan,
  instruments: instruments && Object.values(instruments).map((one) => [one.text, one.term]),
});

async function measuresIn(path: string): Promise<readonly unknown[]> {
  const opened = await openDocument(await readFile(path), path);
  if (!opened.ok) throw new Error(opened.refusal.text);
  const { tables } = understand(opened.value).reading;
  return tables
    .filter(({ kind }) => kind === "plan" || kind === "matrix")
    .flatMap((table) => measuresOf(table).map(({ measure }) => wordsOf(measure)));
}

describe.skipIf(!existsSync(SOURCES))("a document printed to PDF", () => {
  it("of the district is read as its Word file is", async () => {
    const [printed, written] = await Promise.all(
      ["pdf", "docx"].map((kind) => measuresIn(join(SOURCES, `kovrov-network-programme.${kind}`))),
    );
    expect(printed).toEqual(written);
    expect(printed).toHaveLength(58);
  });

  describe.skipIf(OFFICE === null)("by LibreOffice", () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "orientir-pdf-"));
      const files = DOCUMENTS.map((name) => join(SOURCES, `${name}.docx`));
      const own = `-env:UserInstallation=file://${folder}/profile`;
      await promisify(execFile)(OFFICE!, [own, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
        timeout: 120_000,
      });
    }, 150_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it.each(DOCUMENTS)("%s is read as its Word file is", async (name) => {
      const printed = await measuresIn(join(folder, `${name}.pdf`));
      expect(printed.length).toBeGreaterThan(0);
      expect(printed).toEqual(await measuresIn(join(SOURCES, `${name}.docx`)));
    });
  });
});
