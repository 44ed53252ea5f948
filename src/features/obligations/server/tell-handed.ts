import type { Id } from "#shared/ids.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { reportsInWords } from "../model/reports-in-words.ts";
import type { ObligationRecord } from "./obligation-rows.ts";

/** Whoever is handed the rows, and whoever held them before, as `rows` still say; `personId` null: they were taken back. */
export async function tellHanded(
  context: UseCaseContext,
  territoryId: Id,
  personId: Id | null,
  rows: readonly ObligationRecord[],
): Promise<void> {
  const former = new Map<Id, ObligationRecord[]>();
  for (const row of rows)
    if (row.delegated_to && row.delegated_to !== personId)
      former.set(row.delegated_to, [...(former.get(row.delegated_to) ?? []), row]);
  for (const [holder, theirs] of former) {
    await notify(context, {
      territoryId,
      personIds: [holder],
      kind: "obligation-taken-back",
      text: `Отчёт больше не за вами: ${inWords(theirs)}`,
      // a teacher opens no obligation that is theirs no more
      link: "/todo",
      dedupeKey: null,
    });
  }
  const given = rows.filter((row) => row.delegated_to !== personId);
  if (!personId || given.length === 0) return;
  await notify(context, {
    territoryId,
    personIds: [personId],
    kind: "obligation-delegated",
    text: `Вам передали отчёт ${inWords(given)}`,
    link: given.length > 1 ? "/todo" : `/todo/${territoryId}/${given[0]!.id}`,
    dedupeKey: null,
  });
}

/** One notice however many there are: the nearest of them by name, the others by their number. */
function inWords(rows: readonly ObligationRecord[]): string {
  const [first, ...others] = [...rows].sort((one, other) => (one.due_on < other.due_on ? -1 : 1));
  const more = others.length > 0 ? `, и ещё ${reportsInWords(others.length)}` : "";
  return `${quoted(first!.measure_title)}, срок ${dateInWords(first!.due_on)}${more}`;
}
