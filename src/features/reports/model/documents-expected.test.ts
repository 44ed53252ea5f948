import { expect, it } from "vitest";
import { documentsExpected } from "./documents-expected.ts";

it.each([
  [["Справка; Ссылка на публикацию"], "справка; ссылка на публикацию"],
  [["Справка", "справка;Приказ"], "справка; приказ"],
  [["ИКТ-паспорт; Отчёт в ФИС ОКО"], "ИКТ-паспорт; отчёт в ФИС ОКО"],
  [["", " ; "], ""],
])("%j within a sentence: «%s»", (printed, said) => expect(documentsExpected(printed)).toBe(said));
