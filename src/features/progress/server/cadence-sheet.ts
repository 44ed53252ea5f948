import { dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply } from "#platform/http/route.ts";
import type { Row } from "#platform/render/document-tree.ts";
import { keptInWords, keptOf } from "../model/cadence-kept.ts";
import type { CadenceRow } from "../model/cadence.ts";
import { lateNamesInWords } from "../model/cadence-words.ts";
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
        kept.submitted,
        kept.returned,
        row.slots.reduce((sum, { counts }) => sum + counts.doneLate, 0),
        gaps.map(({ words, late }) => (bearer ? words : `${words}: ${lateNamesInWords(late)}`)).join("; "),
      ],
    };
  };
  const sections = [...new Set(rows.map(({ section }) => section))];
  return sheet(
    "Регулярность",
    lines,
    {
      columns: columns(34, 8, 22, 16, 9, 9, 10, 10, 10, 40),
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
            "Вернули",
            "Отчётов позже срока",
            bearer ? "Просрочено" : "Просрочено: когда и у кого",
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
              one.counts.submitted,
              one.counts.returned,
              one.counts.doneLate,
              null,
            ],
          };
        }),
      ],
    },
    [title, bearer?.name ?? ""],
  );
}
