import type { RawReply, UseCaseContext } from "#platform/http/route.ts";
import { listWorkbook } from "#features/places/server/public.ts";
import type { Entry, SearchQuery } from "../model/contract.ts";
import { changeInWords } from "../model/change-words.ts";
import type { JournalSights } from "./read-history.ts";
import { wholeJournal } from "./search-journal.ts";

const COLUMNS = [
  { title: "Когда", width: 18 },
  { title: "Кто", width: 24 },
  { title: "Что", width: 34 },
  { title: "С чем", width: 20 },
  { title: "Название", width: 50 },
  { title: "Было и стало", width: 70 },
  { title: "Причина", width: 30 },
  { title: "Откуда", width: 24 },
];

/** The journal as it is filtered, up to ten thousand rows. */
export async function journalWorkbook(
  context: UseCaseContext,
  sights: JournalSights,
  query: SearchQuery,
): Promise<RawReply> {
  const items = await wholeJournal(context, sights, query);
  return listWorkbook("Журнал", COLUMNS, items.map(lineOf));
}

function lineOf({ at, who, what, subject, changes, note, origin }: Entry) {
  return [new Date(at), who, what, subject.kind, subject.name, changes.map(changeInWords).join("\n"), note, origin];
}
