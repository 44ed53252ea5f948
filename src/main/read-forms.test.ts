import { expect, it } from "vitest";
import { measuresOf } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";
import { openDocument } from "#platform/office/open-document.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственный"];
const ROWS = [
  ["1.1", "Опрос учителей", "май 2026", "УО"],
  ["1.2", "Показ уроков", "ежегодно", "Директора школ"],
];
const SECTION = "1. Работа с учителями";
const LATER = [["2.1", "Сбор книг", "до 1 июня 2026", "УО, МЦ"]];
const LATER_SECTION = "2. Работа со школами";

const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join("\t")).join("\n");
const cells = (row: readonly string[], tag: string): string =>
  row.map((text) => `<${tag}><p class=MsoNormal>${text}<o:p></o:p></p></${tag}>`).join("");
const wide = (row: readonly string[]): string => row.map((text, at) => text.padEnd([6, 22, 20, 16][at]!)).join("");

/** The same plan as people copy it. */
const FORMS: Readonly<Record<string, string>> = {
  "tabs of Word and Excel": tabbed([HEAD, [SECTION, "", "", ""], ...ROWS, [LATER_SECTION, "", "", ""], ...LATER]),
  "CSV with semicolons": [HEAD, [SECTION, "", "", ""], ...ROWS, [LATER_SECTION, "", "", ""], ...LATER]
    .map((row) => row.map((text) => (text.includes(",") ? `"${text}"` : text)).join(";"))
    .join("\r\n"),
  Markdown: [HEAD, ["---", "---", "---", "---"], ["", SECTION, "", ""], ...ROWS, ["", LATER_SECTION, "", ""], ...LATER]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n"),
  "columns of spaces": [wide(HEAD), SECTION, ...ROWS.map(wide), LATER_SECTION, ...LATER.map(wide)].join("\n"),
  "a paragraph for every cell": [SECTION, ...HEAD, ...ROWS.flat(), LATER_SECTION, ...HEAD, ...LATER.flat()].join(
    "\n\n",
  ),
  "HTML of Word": `<html xmlns:w="urn"><body><table class=MsoTableGrid><tr>${cells(HEAD, "td")}</tr><tr><td colspan=4><b>${SECTION}</b></td></tr>${ROWS.map((row) => `<tr>${cells(row, "td")}</tr>`).join("")}<tr><td colspan=4>${LATER_SECTION}</td></tr>${LATER.map((row) => `<tr>${cells(row, "td")}</tr>`).join("")}</table></body></html>`,
  "a page that lays it out in a table": `<body><table><tr><td>Меню</td><td><table><thead><tr>${cells(HEAD, "th")}</thead><tr><td colspan=4>${SECTION}${ROWS.map((row) => `<tr>${cells(row, "td")}`).join("")}<tr><td colspan=4>${LATER_SECTION}${LATER.map((row) => `<tr>${cells(row, "td")}`).join("")}</table></table>`,
};

it.each(Object.entries(FORMS))("a plan as %s is the same plan", async (_name, text) => {
  const opened = await openDocument(new TextEncoder().encode(text), "вставка.txt");
  if (!opened.ok) throw new Error(opened.refusal.text);
  const { reading } = understand(opened.value);
  const plans = reading.tables.filter(({ kind }) => kind === "plan");
  expect(
    plans.flatMap((table) =>
      measuresOf(table).map(({ path, measure }) => [
        path.at(-1)?.title,
        measure.number,
        measure.title,
        measure.term,
        measure.responsible,
      ]),
    ),
  ).toEqual([
    ...ROWS.map((row) => ["Работа с учителями", ...row]),
    ...LATER.map((row) => ["Работа со школами", ...row]),
  ]);
});
