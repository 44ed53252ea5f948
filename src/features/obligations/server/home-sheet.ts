import type { Id } from "#shared/ids.ts";
import { localDate } from "#shared/local-date.ts";
import type { RawReply, RequestContext } from "#platform/http/route.ts";
import { listWorkbook, sheetDay } from "#features/places/server/public.ts";
import { STATE_WORD } from "../model/text.ts";
import { readHome } from "./home.ts";

const COLUMNS = [
  { title: "№", width: 8 },
  { title: "Мероприятие", width: 60 },
  { title: "Программа", width: 30 },
  { title: "За какой срок", width: 24 },
  { title: "Срок", width: 12 },
  { title: "Состояние", width: 16 },
  { title: "Передано", width: 20 },
  { title: "Замечание", width: 40 },
];

/** «Что нужно сделать» of one place, all of it by due day: with what is under review and what stands still, each told by its state. */
export async function homeSheet(
  context: RequestContext<unknown, { territoryId: Id; organisationId?: Id | undefined }, unknown>,
): Promise<RawReply> {
  const { late, returned, week, soon, later, submitted, paused } = await readHome(context);
  const rows = [late, returned, week, soon, later, submitted, paused].flat();
  rows.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  return listWorkbook(
    "Что нужно сделать",
    COLUMNS,
    rows.map((row) => [
      row.measureNumber,
      row.measureTitle,
      row.programmeTitle,
      row.period ?? row.occurrence,
      sheetDay(localDate(row.dueOn)),
      STATE_WORD[row.state],
      row.delegatedTo?.name ?? "",
      row.state === "returned" ? (row.report?.remark ?? "") : "",
    ]),
  );
}
