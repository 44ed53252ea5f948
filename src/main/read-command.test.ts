import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { demoDocument } from "../../fixtures/documents/make-demo.ts";
import { measuresOf } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";
import { openDocument } from "#platform/office/open-document.ts";
import { readCommand } from "./read-command.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const DEMO = join(ROOT, "fixtures/documents/school-support-demo.docx");
const SOURCES = process.env["ORIENTIR_SOURCES"] ?? resolve(ROOT, "../shared/sources");

async function called(path: string, json = false): Promise<{ code: number; out: string; complaint: string }> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await readCommand(
    path,
    { json },
    { out: (line) => void out.push(line), complain: (line) => void complaints.push(line) },
  );
  return { code, out: out.join("\n"), complaint: complaints.join("\n") };
}

describe("refusals", () => {
  it("a file that is not there", async () => {
    expect(await called("/нет/такого.docx")).toEqual({
      code: 1,
      out: "",
      complaint: "Файл «/нет/такого.docx» не найден или закрыт для чтения. Проверьте имя и папку.",
    });
  });

  it("a file that cannot be read says what to do", async () => {
    const folder = await mkdtemp(join(tmpdir(), "read-"));
    try {
      await writeFile(join(folder, "план.docx"), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
      const { code, out, complaint } = await called(join(folder, "план.docx"), true);
      expect([code, out]).toEqual([1, ""]);
      expect(complaint).toContain("внутри изображение JPEG");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("the demo document", () => {
  it("is the one its script writes", async () => {
    expect(Buffer.from(demoDocument()).equals(await readFile(DEMO))).toBe(true);
  });

  it("gives sections, measures and honest questions", async () => {
    const opened = await openDocument(await readFile(DEMO), DEMO);
    if (!opened.ok) throw new Error(opened.refusal.text);
    const { reading } = understand(opened.value);
    const [plan] = reading.tables;
    expect(plan).toMatchObject({
      kind: "plan",
      physicalTables: 3,
      columnNumberRow: true,
      years: ["2025", "2026", "2027"],
    });
    expect(plan?.sections.map(({ number, measures }) => [number, measures.length])).toEqual([
      ["1", 4],
      ["2", 4],
      ["3", 3],
    ]);
    expect(measuresOf(plan!)[4]?.measure.title).toBe(
      "Закрепление наставников за молодыми педагогами и обмен уроками между наставником и подопечным",
    );
    expect(reading.doubts.map(({ kind, where }) => `${kind} ${where.measure ?? ""}`).sort()).toEqual([
      "continued-row t0r9",
      "empty-cell t1r3",
      "latin-letters t0r5",
      "plan-total t1r2",
      "section-paragraph ",
      "several-values t0r6",
    ]);
  });

  it("prints as words and as JSON", async () => {
    const words = await called(DEMO);
    expect(words.code).toBe(0);
    expect(words.out).toContain("разделов: 3, мероприятий: 11; собрана из частей: 3");
    const read = JSON.parse((await called(DEMO, true)).out);
    expect(Object.keys(read)).toEqual(["document", "tables", "texts", "doubts"]);
    expect(read.tables[0].sections[0].measures[0]).toEqual({
      number: "1.1",
      numberRaw: "1.1.",
      title: "Определение перечня школ для сопровождения",
      term: null,
      responsible: "УО, МЦ",
      participants: null,
      result: "Приказ, перечень школ",
      reportDocument: null,
      plan: { total: "6", 2025: "6", 2026: "6", 2027: "6" },
    });
  });
});

interface Expected {
  readonly kind?: string;
  readonly sections?: readonly ExpectedSection[];
}
interface ExpectedSection {
  readonly title: string | null;
  readonly measures?: readonly Record<string, unknown>[];
  readonly sections?: readonly ExpectedSection[];
}

/** Title of every measure with its own section, in order, as a careful person wrote them down. */
function expectedTitles(tables: readonly Expected[]): string[] {
  const walk = ({ title, measures = [], sections = [] }: ExpectedSection): string[] => [
    ...measures.map((one) =>
      fold(
        `${title ?? ""} | ${String(one["title"])} | ${[one["term"], one["responsible"], one["result"], one["reportDocument"]].map((text) => text ?? "").join(" | ")}`,
      ),
    ),
    ...sections.flatMap(walk),
  ];
  return tables.flatMap(({ sections = [] }) => sections.flatMap(walk));
}

const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

describe.skipIf(!existsSync(SOURCES))("the source documents", () => {
  it.each([
    ["uglich-school-support-roadmap", "docx"],
    ["uglich-school-support-roadmap", "xlsx"],
    ["uglich-school-support-roadmap", "odt"],
    ["uglich-school-support-roadmap", "txt"],
    ["kovrov-network-programme", "docx"],
    ["teacher-growth-model", "docx"],
    ["social-contract-2.0", "docx"],
  ])("%s.%s gives every measure in order, with its texts and section", readsWhole);

  async function readsWhole(name: string, extension: string): Promise<void> {
    const expected = JSON.parse(await readFile(join(SOURCES, `${name}.expected.json`), "utf8")) as {
      tables: Expected[];
    };
    const { code, out } = await called(join(SOURCES, `${name}.${extension}`), true);
    expect(code).toBe(0);
    expect(expectedTitles((JSON.parse(out) as { tables: Expected[] }).tables)).toEqual(expectedTitles(expected.tables));
  }

  it.each(["docx", "txt"])(
    "the one without tables (.%s) gives its stages, duties, criteria and indicators as text",
    async (extension) => {
      const read = JSON.parse((await called(join(SOURCES, `tobolsk-partner-schools.${extension}`), true)).out);
      const kinds = read.texts
        .filter(({ items }: { items: unknown[] }) => items.length > 0)
        .map(({ kind, items }: { kind: string; items: unknown[] }) => [kind, items.length]);
      expect(kinds).toEqual([
        ["other", 4],
        ["duties", 5],
        ["stages", 3],
        ["indicators", 5],
        ["criteria", 5],
      ]);
      expect(read.doubts.map(({ kind }: { kind: string }) => kind)).toEqual(["no-tables", "list-without-heading"]);
    },
  );
});
