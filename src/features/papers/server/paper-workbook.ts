import type { z } from "zod";
import { localDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RawReply, UseCaseContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { listWorkbook, sheetDay } from "#features/places/server/public.ts";
import type { PaperListQuery } from "../model/contract.ts";
import { PAPER_KIND_NAME } from "../model/words.ts";
import { listPapers } from "./list-papers.ts";

const COLUMNS = [
  { title: "Вид", width: 14 },
  { title: "Номер", width: 14 },
  { title: "Дата", width: 12 },
  { title: "О чём", width: 70 },
  { title: "Кем издан", width: 28 },
  { title: "Муниципалитет", width: 24 },
  { title: "Файл", width: 30 },
  { title: "Ссылок", width: 9 },
];

/** The list as it is filtered, all of it; nobody's row that the reader would not see on the screen. */
export async function paperWorkbook(
  context: UseCaseContext,
  query: z.output<typeof PaperListQuery>,
): Promise<RawReply> {
  if (!belongsToTerritory(context.actor, query.territoryId)) throw commonProblem("not-found");
  const { items } = await listPapers(context, { ...query, view: "whole" });
  return listWorkbook(
    "Документы",
    COLUMNS,
    items.map((row) => [
      PAPER_KIND_NAME[row.kind],
      row.number,
      row.datedOn ? sheetDay(localDate(row.datedOn)) : null,
      row.title,
      row.issuerName,
      row.territoryName,
      row.file?.name ?? null,
      row.citations,
    ]),
  );
}
