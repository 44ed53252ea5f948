import { expect, it } from "vitest";
import { holdsSeveral, latinLookAlikes, looksCut, totalSense } from "./values.ts";

it.each([
  ["10", ["10", "10", "10"], "each-year"],
  ["10", ["3", "3", "4"], "sum"],
  ["3", ["1", "1", "1"], "sum"],
  ["не менее 1", ["1", "1", "1"], "each-year"],
  ["не менее 6", ["2", "2", "2"], "sum"],
  ["не менее 5", ["2", "2", "2"], "sum"],
  ["не менее 9", ["2", "2", "2"], "neither"],
  ["12", ["3", "3", "4"], "neither"],
  ["5", ["5"], "unknown"],
  ["не менее 1 раза в год", ["1", "1"], "unknown"],
  ["10", ["3", "", "4"], "unknown"],
] as const)("%s beside %j is %s", (total, years, sense) => expect(totalSense(total, years)).toBe(sense));

it.each([
  ["1; 10", true],
  ["2/5", true],
  ["1 план; 10 справок", true],
  ["10", false],
  ["1,5", false],
  ["не менее 1 раза в год", false],
  ["09/2025", false],
])("%s holds several numbers: %s", (text, yes) => {
  expect(holdsSeveral(text)).toBe(yes);
});

it.each([
  ["УO, МЦ", [{ printed: "УO", cyrillic: "УО" }]],
  ["OO района", [{ printed: "OO", cyrillic: "ОО" }]],
  ["отчeт", [{ printed: "отчeт", cyrillic: "отчет" }]],
  ["УО, ОО", []],
  ["IT-среда школы", []],
  ["курс по Word и QR-кодам", []],
  ["MOOC", []],
])("Latin letters in «%s»", (text, found) => expect(latinLookAlikes(text)).toEqual(found));

it.each([
  ["Создание групп наставников, подбор учебных", true],
  ["Обмен опытом между школами района и", true],
  ["Проведены дни открытых дверей для родителей", false],
  ["Справка об итогах недели чтения и других", false],
  ["Перечень принят для новых", false],
  ["Конкурс «Лучшие из лучших»", false],
])("«%s» is cut: %s", (text, yes) => expect(looksCut(text)).toBe(yes));
