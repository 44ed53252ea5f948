import type { SmallList } from "./together.ts";

/** What is ticked and written on the page of small things. */
export interface Ticked {
  /** obligations */
  readonly chosen: readonly string[];
  /** words of one's own, by obligation */
  readonly own: Readonly<Record<string, string>>;
  /** words for all the others */
  readonly text: string;
  readonly doneOn: string | null;
}

export interface TickedRow {
  readonly obligationId: string;
  readonly text: string;
}

/** The rows that would go, each with its words, and what keeps them: field → sentence. What has left the list meanwhile does not go. */
export function rowsToSend(
  list: Pick<SmallList, "today" | "rows">,
  ticked: Ticked,
): { readonly rows: readonly TickedRow[]; readonly faults: Readonly<Record<string, string>> } {
  const rows = list.rows
    .filter((row) => ticked.chosen.includes(row.id))
    .map((row) => ({ obligationId: row.id, text: (ticked.own[row.id] ?? "").trim() || ticked.text.trim() }));
  const faults: Record<string, string> = {};
  if (rows.some((row) => row.text === ""))
    faults["text"] = "Напишите, что сделано: одних слов хватит на все отмеченные.";
  if (ticked.doneOn === null) faults["doneOn"] = "Укажите, когда это выполнено.";
  else if (ticked.doneOn > list.today)
    faults["doneOn"] = "Эта дата ещё не наступила. Укажите день, когда всё уже сделано.";
  return { rows, faults };
}
