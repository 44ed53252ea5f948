import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { doctorCommand } from "./doctor-command.ts";

const DEMO = resolve(import.meta.dirname, "../../fixtures/documents/school-support-demo.docx");

async function called(path: string): Promise<{ code: number; out: string[]; complaint: string }> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await doctorCommand(path, {
    out: (line) => void out.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, out, complaint: complaints.join("\n") };
}

async function calledWith(name: string, text: string): Promise<{ code: number; out: string[]; complaint: string }> {
  const folder = await mkdtemp(join(tmpdir(), "doctor-"));
  try {
    await writeFile(join(folder, name), text);
    return await called(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("refusals", () => {
  it("a file that is not there", async () => {
    const { code, complaint } = await called("/нет/такого.docx");
    expect(code).toBe(1);
    expect(complaint).toContain("не найден");
  });

  it("a file that cannot be read still says what it is", async () => {
    const { code, out, complaint } = await calledWith("план.docx", "");
    expect(code).toBe(1);
    expect(out[0]).toContain("байт: 0");
    expect(complaint).not.toBe("");
  });
});

describe("the demo document is explained", () => {
  it("each column, row and doubt with its rule and its cell", async () => {
    const { code, out } = await called(DEMO);
    expect(code).toBe(0);
    const saying = (words: string): string => out.find((line) => line.includes(words)) ?? `nobody says ${words}`;
    expect(saying("столбец 4 ")).toContain("→ план, всего (слова заголовка «плановое значение»; уверенность 0,95)");
    expect(saying("таблица 1, строка 4:")).toContain("раздел — номер 1 — начало номера 1.1");
    expect(saying("таблица 2, строка 1:")).toContain("продолжение строки выше — первая строка новой страницы");
    expect(saying("абзац 6:")).toContain("раздел — абзац между частями таблицы");
    expect(saying("вопрос plan-total")).toContain("(таблица 2, строка 3, столбец 4)");
    expect(out.filter((line) => /^ {5}(?:вопрос|замечание) /.test(line))).toHaveLength(6);
  });

  it("each row of the file is told once: a header or what it was taken for", async () => {
    const { out } = await called(DEMO);
    const rows = [10, 4, 3].flatMap((count, table) =>
      Array.from({ length: count }, (_, row) => `таблица ${table + 1}, строка ${row + 1}`),
    );
    const told = out
      .filter((line) => /^ {3}(?:таблица \d+, строка \d+:|Заголовок:)/.test(line))
      .flatMap(
        (line) => (line.includes("Заголовок") ? line : line.split(":")[0]!).match(/таблица \d+, строка \d+/g) ?? [],
      );
    expect(told.sort()).toEqual(rows.sort());
  });
});

it("terms are told with what was understood of them and what was not", async () => {
  const { out } = await calledWith(
    "план.txt",
    "№\tМероприятие\tСрок\tОтветственный\n1\tОпрос\tдо 20 октября\tУО\n2\tСбор\tкогда растает снег\tУО\n",
  );
  expect(out.join("\n")).toContain("«до 20 октября» (таблица 1, строка 2, столбец 3) → once ..10-20");
  expect(out.join("\n")).toContain("не понято: «когда растает снег»");
});
