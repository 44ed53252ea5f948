import { filledSlots, type GridRow } from "./grid.ts";
import { isColumnNumberRow, rowKey } from "./header.ts";
import { numberAlone } from "./numbering.ts";
import type { LogicalTable } from "./parts.ts";
import type { ReadTable } from "./reading.ts";

type Other = Pick<ReadTable, "kind" | "columns" | "roles" | "years" | "sections" | "rows" | "confidence">;

/** A table whose rows are not measures: its kind, its columns and the texts of its rows as they stand. */
export function readOther(logical: LogicalTable): Other {
  const { header } = logical;
  const rows = logical.parts.flatMap(({ rows: all }) => all).filter((row) => filledSlots(row).length > 0);
  const top = header
    ? { labels: logical.columns.map(({ label }) => label), rows: header.bottom + 1 }
    : plainHeader(rows);
  const isHeader = ({ table, row }: GridRow): boolean =>
    table === rows[0]?.table && row >= header!.top && row <= header!.bottom;
  const body = rows.filter((row, at) => (header ? !isHeader(row) && !header.keys.has(rowKey(row)) : at >= top.rows));
  const roles = header ? logical.columns : top.labels.map((label) => ({ label, role: "other" as const }));
  const valued = logical.columns.some(
    ({ role, label }) => role === "result" && /показател|индикатор|критери/i.test(label),
  );
  const wide = Math.max(0, ...rows.map(({ slots }) => slots.length));
  const layout = wide < 2 || rows.length < 2;
  const form = wide === 2 && top.rows === 0 && rows.length > 2;
  return {
    kind: layout ? "layout" : form ? "form" : valued ? "indicators" : "reference",
    columns: top.labels,
    roles,
    years: logical.columns.flatMap(({ role, key }) => (role === "planYear" && key !== undefined ? [key] : [])),
    sections: [],
    rows: body
      .filter((row) => !isColumnNumberRow(row))
      .map(({ slots }) => slots.map(({ text, left }) => (left ? text : ""))),
    confidence: header || form || layout ? 0.8 : 0.6,
  };
}

/** Short names over longer rows, without the words of a plan: a header of one or two rows by its looks alone. */
function plainHeader(rows: readonly GridRow[]): { labels: readonly string[]; rows: number } {
  const none = { labels: [], rows: 0 };
  const [first, second] = rows;
  if (!first || rows.length < 3 || first.slots.length < 3) return none;
  const short = (row: GridRow): boolean =>
    filledSlots(row).length > 1 &&
    filledSlots(row).every(({ slot }) => slot.text.length <= 60 && !/[.;]$/.test(slot.text));
  if (!short(first) || numberAlone(first.slots[0]!.text)) return none;
  const subHeader =
    second &&
    !numberAlone(second.slots[0]!.text) &&
    short(second) &&
    (first.slots.some(({ cells }) => cells.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1)) ||
      first.slots.some(({ text }, at) => text === "" && second.slots[at]!.text !== "" && at > 0));
  const header = subHeader ? [first, second] : [first];
  const labels = first.slots.map((slot, col) => {
    const under = subHeader ? second.slots[col]!.text : "";
    const left =
      first.slots
        .slice(0, col)
        .reverse()
        .find(({ text }) => text !== "")?.text ?? "";
    const over = slot.text === "" && under !== "" ? left : slot.text;
    return over === under || under === "" ? over : over === "" ? under : `${over} / ${under}`;
  });
  return { labels, rows: header.length };
}
