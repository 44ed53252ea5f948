import { dateInDigits, dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply, RequestContext } from "#platform/http/route.ts";
import type { Cell, CellValue, Row } from "#platform/render/document-tree.ts";
import { STATE_WORD } from "#features/obligations/model/text.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { z } from "zod";
import type { LateQuery } from "../model/contract.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { readExecution, type ExecutionRequest } from "./execution.ts";
import { listLate } from "./late-list.ts";
import { rowsForSheet, type SheetLine } from "./list-rows.ts";
import { readSchedule, type ScheduleRequest } from "./schedule.ts";
import { asDate, columns, longSheet, sheet } from "./sheet.ts";

/** The list behind a figure as a workbook. */
export async function rowsSheet(context: RequestContext<unknown, RowsFilter, unknown>): Promise<RawReply> {
  const { lines, more, about, today } = await rowsForSheet(context);
  const following = async function* () {
    for await (const portion of more) yield portion.map(cellsOf);
  };
  return longSheet(
    "Сроки и отчёты",
    [`На ${dateInWords(localDate(today))}`, ...about.map(({ name, text }) => `${name}: ${text}`)],
    {
      columns: columns(4, 24, 14, 16, 12, 8, 10, 18),
      header: [
        { cells: ["№", "Мероприятие", "Программа", "Исполнитель", "За какой срок", "Срок", "Состояние", "Замечание"] },
      ],
      rows: lines.map((line) => ({ cells: cellsOf(line) })),
    },
    following(),
    [...about.map(({ text }) => text), dateInDigits(localDate(today))],
  );
}

function cellsOf(line: SheetLine): CellValue[] {
  return [
    line.measureNumber,
    line.measureTitle,
    line.programmeTitle,
    line.bearerName,
    line.occurrence,
    asDate(line.dueOn),
    STATE_WORD[line.state],
    line.remark,
  ];
}

/** The late list as a workbook. */
export async function lateSheet(
  context: RequestContext<unknown, z.output<typeof LateQuery>, unknown>,
): Promise<RawReply> {
  const { bearers, own, today, late } = await listLate(context);
  return sheet(
    "Просрочено",
    [`На ${dateInWords(localDate(today))}: ${reportsInWords(late)}`],
    {
      columns: columns(18, 8, 8, 24, 8, 12, 14, 14),
      header: [
        {
          cells: [
            "Исполнитель",
            "Просрочено",
            "Дней",
            "Самый давний отчёт",
            "Срок",
            "Телефон",
            "Отвечает",
            "Последний звонок",
          ],
        },
      ],
      rows: [...bearers, ...own].map((bearer): Row => ({
        cells: [
          bearer.name,
          bearer.late,
          bearer.oldest.days,
          [bearer.oldest.measureNumber, bearer.oldest.measureTitle].filter(Boolean).join(" "),
          asDate(bearer.oldest.dueOn),
          bearer.phone,
          bearer.head,
          bearer.lastCall ? asDate(bearer.lastCall.on) : null,
        ],
      })),
    },
    [dateInDigits(localDate(today))],
  );
}

/** The heat map as a workbook: «принято из подлежащих» in each month. */
export async function executionSheet(context: ExecutionRequest): Promise<RawReply> {
  const { programme, months, rows, foot, today, section, bearer } = await readExecution(context);
  const cellOf = (figure: (typeof foot)["total"]): Cell =>
    figure.due === 0
      ? null
      : {
          value: `${figure.accepted} из ${figure.due}${figure.late > 0 ? `, просрочено ${figure.late}` : ""}`,
          align: "centre",
        };
  const line = (name: string, row: typeof foot): Row => ({
    cells: [name, ...row.cells.map(cellOf), row.total.accepted, row.total.due, row.total.late],
  });
  return sheet(
    "Исполнение",
    [
      programme.title,
      ...(section ? [`Раздел: ${section.name}`] : []),
      ...(bearer ? [`Исполнитель: ${bearer.name}`] : []),
      `На ${dateInWords(localDate(today))}. В клетках: принято отчётов из всех за месяц.`,
    ],
    {
      columns: columns(20, ...months.map(() => 7), 7, 7, 8),
      header: [
        {
          cells: [
            bearer ? "Раздел, мероприятие" : "Исполнитель",
            ...months.map(({ words }) => words),
            "Принято",
            "Всего",
            "Просрочено",
          ],
        },
      ],
      rows: [...rows.map((row) => line(row.name, row)), line("Итого", foot)],
    },
    [programme.title, section?.name ?? "", bearer?.name ?? ""],
  );
}

/** Terms of every measure as a workbook: one line a term, and a line for a measure that has none. */
export async function scheduleSheet(context: ScheduleRequest): Promise<RawReply> {
  const { title, roadmaps, today, isWhole } = await readSchedule(context);
  const sections = roadmaps.flatMap((roadmap) =>
    roadmap.sections.map(({ number, title: name, measures }) => ({
      words: [roadmaps.length > 1 ? roadmap.title : "", [number, name].filter(Boolean).join(" ")]
        .filter(Boolean)
        .join(": "),
      measures,
    })),
  );
  const nothing = isWhole ? "сроков отчёта нет" : "у вас сроков нет";
  const whose = isWhole ? "" : " Только ваши сроки.";
  const figures = ({ due, accepted, late }: { due: number; accepted: number; late: number }) => [due, accepted, late];
  return sheet(
    "График",
    [title, `На ${dateInWords(localDate(today))}. Строка на каждый срок мероприятия.${whose}`],
    {
      columns: columns(6, 30, 20, 16, 11, 11, 16, 8, 8, 10),
      header: [
        {
          cells: [
            "№",
            "Мероприятие",
            "Раздел",
            "Срок в документе",
            "С",
            "По",
            "За какой срок",
            "Отчётов",
            "Принято",
            "Просрочено",
          ],
        },
      ],
      rows: sections.flatMap((section) =>
        section.measures.flatMap((measure): Row[] => {
          const head = [measure.number, measure.title, section.words, measure.dueText];
          const owed = measure.occurrences.filter(({ figure }) => figure.due > 0);
          if (owed.length === 0) return [{ cells: [...head, null, null, nothing, null, null, null] }];
          return owed.map((term) => ({
            cells: [...head, asDate(term.opensOn), asDate(term.dueOn), term.words, ...figures(term.figure)],
          }));
        }),
      ),
    },
    [title],
  );
}
