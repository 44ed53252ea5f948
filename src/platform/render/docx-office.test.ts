import { expect, it } from "vitest";
import { convertedByLibreOffice, hasLibreOffice } from "../../../test/support/libre-office.ts";
import { renderDocx } from "./docx.ts";

it.skipIf(!hasLibreOffice)("LibreOffice opens a document as turned pages, more than two of them", async () => {
  const columns = [{ width: 1 }, { width: 6 }, { width: 2 }, { width: 2 }, { width: 2 }];
  const rows = Array.from({ length: 60 }, (_, at) => ({ cells: [`${at + 1}`, "Повторённая строка", at, at, null] }));
  const bytes = await renderDocx({
    title: "Отчёт для проверки",
    page: { orientation: "landscape" },
    blocks: [{ kind: "table", columns, header: [{ cells: ["№", "Что сделать", "План", "Факт", "Дата"] }], rows }],
  });
  const pdf = convertedByLibreOffice("a.docx", bytes, "pdf").toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
  expect(Number(width)).toBeGreaterThan(Number(height));
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)!.length).toBeGreaterThan(2);
});
