import { describe, expect, it } from "vitest";
import { LETTER, lines, pdf, table, text, type PdfPage } from "../../../test/support/pdf-builder.ts";
import { rowsOf, tablesOf } from "../../../test/support/block-views.ts";
import type { Block } from "#shared/document-grids.ts";
import { readPdf } from "./pdf.ts";

const readPages = (...pages: readonly PdfPage[]): Promise<readonly Block[]> => readPdf(pdf(pages));

describe("words", () => {
  const cellText = async (...texts: readonly string[]): Promise<string> => {
    const width = Math.max(...texts.map((one) => one.trimEnd().length)) * 10 * LETTER + 8.5;
    const drawn = table({ x: 60, y: 100, widths: [30, width], rows: [["1", texts.join("\n")]] });
    const known = lines(60, 500, ["Повышение качества образования и социально-экономический рост."]);
    const [read] = tablesOf(await readPages({ marks: [...drawn.marks, ...known] }));
    return rowsOf(read!)[0]![1]!.replace(/\u00AD/g, "");
  };

  it.each([
    [["Качество обра-", "зования"], "Качество образования"],
    [["Уровень социально-", "экономический"], "Уровень социально-экономический"],
    [["Материально-", "техническое оснащение"], "Материально-техническое оснащение"],
    [["Организация работы в меропри-", "ятиях"], "Организация работы в мероприятиях"],
    [["Заявка на 2025-", "2026 годы"], "Заявка на 2025-2026 годы"],
    [["Школы район-", "Ковров"], "Школы район-Ковров"],
    [["В срок июль-", "август"], "В срок июль-август"],
    [["Результативно-", "сть обучения"], "Результативность обучения"],
    [["Связь учитель-ученик-", "родитель"], "Связь учитель-ученик-родитель"],
    [["Дело информационно- ", "методическое"], "Дело информационно- методическое"],
  ])("%j is «%s»", async (texts, whole) => {
    expect(await cellText(...texts)).toBe(whole);
  });

  it("a guess about a hyphen leaves an invisible mark", async () => {
    const drawn = table({ x: 60, y: 100, widths: [30, 78], rows: [["1", "Новое устрой-\nство"]] });
    const [read] = tablesOf(await readPages({ marks: drawn.marks }));
    expect(rowsOf(read!)[0]![1]).toBe("Новое устрой\u00ADство");
  });

  it("drawn twice for boldness stand once, and a drawn bullet is a mark of a list", async () => {
    const blocks = await readPages({
      marks: [text(60, 100, "План"), text(60.3, 100, "План"), text(60, 130, "\uF0B7"), text(78, 130, "Опрос")],
    });
    expect(blocks).toMatchObject([{ text: "План" }, { text: "Опрос", list: { marker: "•", depth: 0 } }]);
  });

  it("set large and in the middle are a heading", async () => {
    const body = lines(
      60,
      200,
      Array.from({ length: 6 }, () => "Слова которые стоят в строке от края и до края листа бумаги, да и дальше."),
    );
    const blocks = await readPages({ marks: [text(200, 120, "План работы", { size: 16, bold: true }), ...body] });
    expect(blocks[0]).toMatchObject({ text: "План работы", level: 1, bold: true });
    expect(blocks[1]).not.toHaveProperty("level");
  });
});
