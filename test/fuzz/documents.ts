import { DEMO_BODY } from "../../fixtures/documents/make-demo.ts";
import { writeWorkbook } from "../../src/platform/office/workbook.ts";
import { docx, p, tbl, tc, tr } from "../support/docx-builder.ts";
import { cell, odt, row, table } from "../support/odt-builder.ts";
import { lines, pdf, table as ruled, text } from "../support/pdf-builder.ts";

export type FuzzKind = "docx" | "xlsx" | "pdf" | "txt" | "odt" | "html";

/** Whole documents of every kind, small, with all the marks a reader knows: what is spoilt begins as what a person would send. */
export async function wholeDocuments(): Promise<Readonly<Record<FuzzKind, readonly Uint8Array[]>>> {
  const bytes = (words: string) => new TextEncoder().encode(words);
  return {
    docx: [docx(DEMO_BODY), docx(NESTED)],
    xlsx: [await writeWorkbook(SHEETS)],
    pdf: [PDF],
    odt: [odt(ODT)],
    txt: [bytes(TABBED), bytes(FLATTENED), bytes(ORDER)],
    html: [bytes(PASTED)],
  };
}

const NESTED: readonly string[] = [
  p("План работы школы", { level: 1 }),
  tbl([
    tr(["№", "Мероприятие", "Срок", "Ответственный"]),
    tr([tc("I. Начало года", { span: 4 })]),
    tr([
      tc("1", { merge: "start" }),
      tc([tbl([tr(["а", "беседа"]), tr(["б", "анкета"])]), p("")]),
      "до 20.09.2026",
      "завуч",
    ]),
    tr([tc("", { merge: "on" }), "Совещание при директоре", "ежемесячно", "директор"], { after: 0 }),
  ]),
];

const ROWS = [
  ["№", "Мероприятие", "Срок", "Исполнитель", "2026", "2027"],
  ["1", "Неделя открытых уроков", "октябрь, март", "ОО", 4, 5],
  ["2", "Проверка школьных библиотек", "до 15.11.2026", "УО / ОО", 1, 1],
] as const;

const SHEETS: Parameters<typeof writeWorkbook>[0] = [
  { name: "План", rows: ROWS.map((line) => line.map((value) => ({ value }))), widths: [5, 40, 20, 15, 8, 8] },
];

const ODT = `<text:h text:outline-level="1">План</text:h>${table(ROWS.map((one) => row(one.map((value) => cell(`<text:p>${value}</text:p>`, 'table:number-columns-spanned="1"')))))}<text:list><text:list-item><text:p>Собрать отчёты</text:p></text:list-item></text:list>`;

const PDF = pdf([
  {
    marks: [
      text(60, 60, "План работы", { size: 14, bold: true }),
      ...ruled({ x: 60, y: 90, widths: [30, 180, 110, 90, 40, 40], rows: ROWS.map((one) => one.map(String)) }).marks,
    ],
  },
  { marks: lines(60, 60, ["1. Собрать сведения о биб-", "лиотеках школ до 01.12.2026.", "2. Подвести итоги года."]) },
]);

const TABBED = `План на учебный год\n\n${ROWS.map((line) => line.join("\t")).join("\n")}\n\nИсполнитель: методист`;

const FLATTENED = [
  "Дорожная карта",
  "№",
  "Мероприятие",
  "Сроки",
  "Ответственные",
  "1|Опрос учителей|сентябрь, 2026|методист|2|Разбор опроса|октябрь, 2026|завуч",
  "3|План помощи|ноябрь, 2026|методист|4|Встречи наставников|ежемесячно|наставники",
]
  .join("|")
  .replaceAll("|", "\n\n");

const ORDER = [
  "ПРИКАЗ от 01.09.2026 № 17",
  "1. Руководителям школ:",
  "1.1. Составить списки молодых учителей до 15.09.2026.",
  "1.2. Назначить наставников в срок до 25.09.2026.",
  "2. Методическому центру собрать сведения до 01.10.2026.",
  "3. Контроль оставляю за собой.",
].join("\n");

const PASTED = `<html><body><h1>План</h1><table>${ROWS.map((line) => `<tr>${line.map((value) => `<td colspan="1" rowspan="1">${value}</td>`).join("")}</tr>`).join("")}</table><ol start="3"><li>Собрать отчёты до 01.12.2026</li></ol></body></html>`;
