import { dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply } from "#platform/http/route.ts";
import type { Row } from "#platform/render/document-tree.ts";
import { keptInWords, keptOf } from "../model/cadence-kept.ts";
import type { CadenceRow } from "../model/cadence.ts";
import { amountOf } from "../model/outcome.ts";
import { readCadence, type CadenceRequest } from "./cadence.ts";
import { columns, sheet } from "./sheet.ts";

/** Recurring measures as a workbook: how often each was kept and when it was not; then everyone who answers for them. */
export async function cadenceSheet(context: CadenceRequest): Promise<RawReply> {
  const { title, today, rows, bearers, span, isWhole } = await readCadence(context);
  const bearer = bearers.find(({ key }) => key === context.query.bearer);
  const lines = [
    title,
    `На ${dateInWords(localDate(today))}.${span ? ` Сроки: ${spanInWords(localDate(span.from), localDate(span.to))}.` : ""}`,
    ...(bearer ? [`Исполнитель: ${bearer.name}.`] : isWhole ? [] : ["Только ваши отчёты."]),
  ];
  const line = (row: CadenceRow): Row => {
    const kept = keptOf(row.slots);
    const gaps = row.slots.filter(({ counts }) => counts.late > 0);
    return {
      cells: [
        [row.number, row.title].filter(Boolean).join(" "),
        row.level,
        row.cadence,
        keptInWords(kept, row.unit),
        kept.kept,
        kept.judged,
        kept.waiting,
        row.slots.reduce((sum, { counts }) => sum + counts.doneLate, 0),
        gaps.map(({ words, counts }) => (bearer ? words : `${words} (${counts.late})`)).join(", "),
      ],
    };
  };
  const sections = [...new Set(rows.map(({ section }) => section))];
  return sheet("Регулярность", lines, {
    columns: columns(34, 8, 22, 16, 9, 9, 10, 10, 34),
    header: [
      {
        cells: [
          "Мероприятие",
          "Уровень",
          "Периодичность",
          "Соблюдено",
          "Соблюдено, раз",
          "Из скольких",
          "На проверке",
          "Отчётов позже срока",
          bearer ? "Чего не было" : "Чего не было (у скольких)",
        ],
      },
    ],
    rows: [
      ...sections.flatMap((section): Row[] => [
        ...(section ? [{ section }] : []),
        ...rows.filter((row) => row.section === section).map(line),
      ]),
      ...(bearer ? [] : [{ section: "По исполнителям, отчётов" }]),
      ...(bearer ? [] : bearers).map((one): Row => {
        const done = amountOf(one.counts, "done");
        const judged = done + one.counts.late;
        return {
          cells: [
            one.name,
            null,
            null,
            `${done} из ${judged}`,
            done,
            judged,
            amountOf(one.counts, "waiting"),
            one.counts.doneLate,
            null,
          ],
        };
      }),
    ],
  });
}
