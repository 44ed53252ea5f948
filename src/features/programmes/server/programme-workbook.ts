import type { z } from "zod";
import { localDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RawReply, UseCaseContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { listWorkbook, sheetDay } from "#features/places/server/public.ts";
import type { ProgrammeListQuery } from "../model/seen.ts";
import { ownerInWords, STATUS_NAME } from "../model/words.ts";
import { listProgrammes } from "./list-programmes.ts";

const COLUMNS = [
  { title: "Программа", width: 60 },
  { title: "Коротко", width: 28 },
  { title: "Муниципалитет", width: 24 },
  { title: "Чья", width: 22 },
  { title: "Начало", width: 12 },
  { title: "Окончание", width: 12 },
  { title: "Ответственный", width: 20 },
  { title: "Состояние", width: 14 },
  { title: "Мероприятий", width: 13 },
];

/** The list as it is filtered, all of it; nobody's row that the reader would not see on the screen. */
export async function programmeWorkbook(
  context: UseCaseContext,
  query: z.output<typeof ProgrammeListQuery>,
): Promise<RawReply> {
  if (!belongsToTerritory(context.actor, query.territoryId)) throw commonProblem("not-found");
  const { items } = await listProgrammes(context, { ...query, view: "whole" });
  return listWorkbook(
    "Программы",
    COLUMNS,
    items.map((row) => [
      row.title,
      row.shortTitle,
      row.territoryName,
      ownerInWords(row),
      sheetDay(localDate(row.startsOn)),
      sheetDay(localDate(row.endsOn)),
      row.officer?.name ?? null,
      STATUS_NAME[row.status],
      row.measures,
    ]),
  );
}
