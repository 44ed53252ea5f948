import { passagesOf } from "./pdf-columns.ts";
import { headless, rejoined, repeatedRows, sameColumns } from "./pdf-continued.ts";
import type { Habits, TextBox } from "./pdf-habits.ts";
import type { Line } from "./pdf-lines.ts";
import { roomOf } from "./pdf-prose.ts";
import type { SheetParts, SheetTable } from "./pdf-sheet.ts";

/** A part of the document, in the order of reading. */
export type FlowItem =
  | { readonly kind: "table"; readonly page: number; readonly table: SheetTable }
  | { readonly kind: "prose"; readonly page: number; readonly box: TextBox; readonly toTheEnd: boolean };

/** from this part of a page's height on, its last line may go on on the next page */
const NEAR_END = 0.75;

/** Parts of one page from top to bottom: nested tables right after the table that holds them. */
export function pageItems({ number: page, height, lines, tables }: SheetParts): readonly FlowItem[] {
  const room = roomOf(lines);
  const outer = tables.filter(({ inside }) => !inside).sort((a, b) => a.ys[0]! - b.ys[0]!);
  const items: FlowItem[] = [];
  let rest = lines.filter(({ turn }) => turn === 0);
  const prose = (own: readonly Line[], width = roomOf(own)): void => {
    const toTheEnd = (own.at(-1)?.base ?? 0) > height * NEAR_END;
    if (own.length > 0 && width)
      items.push({ kind: "prose", page, box: { lines: own, ...width, cell: false }, toTheEnd });
  };
  const free = (own: readonly Line[]): void => {
    const passages = passagesOf(own);
    for (const passage of passages) {
      if (passage.kind === "table") items.push({ kind: "table", page, table: passage.table });
      else prose(passage.lines, passage.kind === "column" ? undefined : room);
    }
  };
  const add = (table: SheetTable): void => {
    items.push({ kind: "table", page, table });
    tables.filter(({ inside }) => inside?.table === table).forEach(add);
  };
  for (const table of outer) {
    free(rest.filter(({ base }) => base < table.ys[0]!));
    rest = rest.filter(({ base }) => base >= table.ys[0]!);
    add(table);
  }
  free(rest);
  prose(
    lines.filter(({ turn }) => turn !== 0),
    room,
  );
  return items;
}

/** Joins over page breaks what they tore, a row of a table or a paragraph, and leaves out headers printed once more. */
export function overPages(items: readonly FlowItem[], habits: Habits): readonly FlowItem[] {
  const found: FlowItem[] = [];
  const holders = new Set(
    items.flatMap((item) => (item.kind === "table" && item.table.inside ? [item.table.inside.table] : [])),
  );
  const whole = (item: FlowItem | undefined): SheetTable | undefined =>
    item?.kind === "table" && !item.table.inside && !holders.has(item.table) ? item.table : undefined;
  // The table with which a chain of parts began: its header is what later pages repeat.
  let head: SheetTable | undefined;
  for (const item of items) {
    const last = found.at(-1);
    const next = last !== undefined && last.page + 1 === item.page;
    const [above, below] = [whole(last), whole(item)];
    if (next && above && below && head && sameColumns(above, below)) {
      const headed = repeatedRows(head, below);
      const table = rejoined(above, below, headed, habits);
      if (table) found[found.length - 1] = { kind: "table", page: item.page, table };
      else found.push({ kind: "table", page: item.page, table: headless(below, headed) });
      if (head === above && table) head = table;
      continue;
    }
    head = below;
    const prose = next && last.kind === "prose" && item.kind === "prose" ? joinedProse(last, item) : undefined;
    if (prose) found[found.length - 1] = prose;
    else found.push(item);
  }
  return found;
}

type ProseItem = Extract<FlowItem, { readonly kind: "prose" }>;

function joinedProse(last: ProseItem, item: ProseItem): ProseItem | undefined {
  const aside = Math.abs(last.box.left - item.box.left) + Math.abs(last.box.right - item.box.right);
  if (!last.toTheEnd || aside > 12) return undefined;
  return { ...item, box: { ...item.box, lines: [...last.box.lines, ...item.box.lines] } };
}
