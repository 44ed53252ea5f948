import { expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

it("a name for a file holds nothing that a disk refuses, and is not too long for it", () => {
  expect(fileNameOf('Отчёт: "за\u00a0год" 1/2', "docx")).toBe("Отчёт за год 1 2.docx");
  expect(fileNameOf("а".repeat(300), "pdf")).toBe(`${"а".repeat(120)}.pdf`);
});
