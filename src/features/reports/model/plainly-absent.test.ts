import { expect, it } from "vitest";
import { plainlyAbsent } from "./plainly-absent.ts";
import { emptyForm, type ReportForm } from "./report-form.ts";

it.each<[string, Partial<ReportForm>, string | null]>([
  ["ссылка на страницу сайта", {}, "ссылки в отчёте нет"],
  ["Ссылки на публикации", { links: ["завтра"], text: "см.приложение" }, "ссылки в отчёте нет"],
  ["ссылка на страницу сайта", { links: ["school3.ru/news"] }, null],
  ["ссылка на страницу сайта", { text: "Опубликовали (https://school3.example/news)." }, null],
  ["приказ, протокол", {}, null],
  ["", {}, null],
])("«%s» with %j lacks %s", (expected, part, absent) => {
  expect(plainlyAbsent(expected, { ...emptyForm("a"), ...part })).toBe(absent);
});
