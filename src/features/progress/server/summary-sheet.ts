import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply } from "#platform/http/route.ts";
import type { Cell, Row } from "#platform/render/document-tree.ts";
import { allOf, amountOf, OUTCOMES, type OutcomeCounts } from "../model/outcome.ts";
import { OUTCOME_WORD, readingDayInWords } from "../model/outcome-words.ts";
import type { PeriodSummary } from "../model/period-summary.ts";
import { compareShares, comparisonCautions, donePercent, summaryInWords } from "../model/summary-words.ts";
import { readPeriodSummary, type SummaryRequest } from "./period-summary.ts";
import { columns, sheet } from "./sheet.ts";

// the whole of what is done stands before its three kinds
const PARTS = ["done", ...OUTCOMES] as const;

const percent = (value: number | null): Cell => (value === null ? null : { value: `${value} %`, align: "right" });

/** The summary as a workbook: a line for the whole, for each programme or section and for each bearer. */
export async function summarySheet(context: SummaryRequest): Promise<RawReply> {
  const summary = await readPeriodSummary(context);
  const { period, againstPeriod, programmes, sections, bearers } = summary;
  const line = (name: string, { counts, against }: { counts: OutcomeCounts; against: OutcomeCounts | null }): Row => ({
    cells: [
      name,
      allOf(counts),
      ...PARTS.map((part) => amountOf(counts, part)),
      percent(donePercent(counts)),
      ...(against ? againstCells(counts, against) : []),
    ],
  });
  const part = (title: string, rows: readonly Row[]): Row[] => (rows.length === 0 ? [] : [{ section: title }, ...rows]);
  const other = againstPeriod ? [`${againstPeriod.words}: отчётов`, "выполнено", "доля", "как изменилась доля"] : [];
  const table = {
    columns: columns(24, 9, ...PARTS.map(() => 9), 9, ...(againstPeriod ? [10, 10, 9, 18] : [])),
    header: [
      { cells: [period.words, "отчётов", ...PARTS.map((one) => OUTCOME_WORD[one]), "доля выполненного", ...other] },
    ],
    rows: [
      line("Всего", summary),
      ...part(
        "По программам",
        programmes.map((one) => line(one.title, one)),
      ),
      ...part(
        "По разделам",
        sections.map((one) => line([one.number, one.title].filter(Boolean).join(" "), one)),
      ),
      ...part(
        "По исполнителям",
        bearers.map((one) => line(one.name, one)),
      ),
    ],
  };
  return sheet("Итоги", linesOf(summary), table, [summary.title, period.words]);
}

function againstCells(counts: OutcomeCounts, against: OutcomeCounts): Cell[] {
  const { words } = compareShares(counts, against);
  return [allOf(against), amountOf(against, "done"), percent(donePercent(against)), words];
}

function linesOf(summary: PeriodSummary): string[] {
  const { title, period, against, againstPeriod, counts, moves, added, moved, isWhole } = summary;
  const today = localDate(summary.today);
  return [
    ...(title ? [title] : []),
    `${period.words}, по состоянию ${readingDayInWords(localDate(period.on), today)}.${isWhole ? "" : " Только ваши отчёты."}`,
    summaryInWords(counts, period),
    ...(against && againstPeriod ? comparisonCautions(counts, against, period, againstPeriod) : []),
    `За период добавлено ${added}, перенесено ${moved}.`,
    ...moves.map(
      (move) =>
        `Перенесено с ${dateInWords(localDate(move.from))} на ${dateInWords(localDate(move.to))}: ${move.bearer}, ${move.measure}. ${move.reason}`,
    ),
  ];
}
