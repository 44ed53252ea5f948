import { dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply } from "#platform/http/route.ts";
import type { Row } from "#platform/render/document-tree.ts";
import { bearersKeptInWords, byGaps, keptBy, notJudgedInWords } from "../model/cadence-bearers.ts";
import { keptInWords, keptOf } from "../model/cadence-kept.ts";
import type { CadenceRow, ProgrammeCadence } from "../model/cadence.ts";
import { lateNamesInWords } from "../model/cadence-words.ts";
import { readCadence, type CadenceRequest } from "./cadence.ts";
import { columns, sheet } from "./sheet.ts";

/** The page as a workbook: recurring measures, how often each was kept and when it was not; or those who answer for them. */
export async function cadenceSheet(context: CadenceRequest): Promise<RawReply> {
  const cadence = await readCadence(context);
  const { title, today, rows, bearers, span, isWhole } = cadence;
  const bearer = bearers.find(({ key }) => key === context.query.bearer);
  const lines = [
    title,
    `На ${dateInWords(localDate(today))}.${span ? ` Сроки: ${spanInWords(localDate(span.from), localDate(span.to))}.` : ""}`,
    ...(bearer ? [`Исполнитель: ${bearer.name}.`] : isWhole ? [] : ["Только ваши отчёты."]),
  ];
  if (context.query.by && !bearer) return bearersSheet(cadence, lines);
  const hasLevels = rows.some(({ level }) => level !== "");
  const line = (row: CadenceRow): Row => {
    const kept = keptOf(row.slots);
    const gaps = row.slots.filter(({ counts }) => counts.late > 0);
    return {
      cells: [
        [row.number, row.title].filter(Boolean).join(" "),
        ...(hasLevels ? [row.level] : []),
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
      columns: columns(34, ...(hasLevels ? [8] : []), 22, 16, 9, 9, 10, 10, 10, 40),
      header: [
        {
          cells: [
            "Мероприятие",
            ...(hasLevels ? ["Уровень"] : []),
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
      rows: sections.flatMap((section): Row[] => [
        ...(section ? [{ section }] : []),
        ...rows.filter((row) => row.section === section).map(line),
      ]),
    },
    [title, bearer?.name ?? ""],
  );
}

function bearersSheet({ title, bearers }: ProgrammeCadence, lines: readonly string[]): Promise<RawReply> {
  const told = [bearersKeptInWords(bearers), notJudgedInWords(bearers)].filter(Boolean);
  return sheet(
    "Регулярность по исполнителям",
    [...lines, ...told],
    {
      columns: columns(34, 11, 11, 11, 9, 11, 10, 12),
      header: [
        {
          cells: [
            "Исполнитель",
            "Соблюдено, отчётов",
            "Из них позже срока",
            "Из скольких",
            "Доля, %",
            "На проверке",
            "Вернули",
            "Просрочено",
          ],
        },
      ],
      rows: byGaps(bearers).map(({ name, counts }): Row => {
        const { done, judged, percent } = keptBy(counts);
        const { doneLate, submitted, returned, late } = counts;
        return { cells: [name, done, doneLate, judged, percent, submitted, returned, late] };
      }),
    },
    [title],
  );
}
