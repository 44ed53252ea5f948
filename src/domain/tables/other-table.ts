import { letters } from "#domain/russian/letters.ts";
import { type GridRow } from "./grid.ts";
import { isColumnNumberRow, repeatsHeader } from "./header.ts";
import type { LogicalTable } from "./parts.ts";
import { plainHeader } from "./plain-header.ts";
import type { ReadTable } from "./reading.ts";
import { kindByWords } from "./table-kind.ts";

type Other = Pick<ReadTable, "kind" | "columns" | "roles" | "years" | "sections" | "rows" | "confidence">;

/** A table whose rows are not measures: its kind, its columns and the texts of its rows as they stand. */
export function readOther(logical: LogicalTable, caption: string | null): Other {
  const rows = logical.parts.flatMap(({ rows: all }) => all).filter((row) => row.filled.length > 0);
  const header = logical.header ?? (logical.source === "none" ? plainHeader(rows) : undefined);
  const isHeader = ({ table, row }: GridRow): boolean =>
    header !== undefined && table === rows[0]?.table && row >= header.top && row <= header.bottom;
  const repeated = (row: GridRow): boolean => logical.header !== undefined && repeatsHeader(logical.header, row);
  const roles = logical.columns.length > 0 ? logical.columns : (header?.columns ?? []);
  const wide = Math.max(0, ...rows.map(({ slots }) => slots.length));
  const texts = rows.flatMap((row) => row.filled.map(({ slot }) => slot.text));
  const layout = wide < 2 || rows.length < 2 || isStamp(texts);
  const form = wide === 2 && !header && rows.length > 2;
  return {
    kind: logical.kind ?? (layout ? "layout" : form ? "form" : (kindByWords(roles, caption) ?? "reference")),
    columns: roles.map(({ label }) => label),
    roles,
    years: roles.flatMap(({ role, key }) => (role === "planYear" && key !== undefined ? [key] : [])),
    sections: [],
    rows: rows
      .filter((row) => !isHeader(row) && !repeated(row) && !isColumnNumberRow(row))
      .map(({ slots }) => slots.map(({ text, left }) => (left ? text : ""))),
    confidence: logical.kind ? 1 : logical.header || form || layout ? 0.8 : 0.6,
  };
}

const STAMP = letters(
  /^(?:утвержд|согласован|рассмотрен|принят[оа]?(?!\p{L})|одобрен|составил|исполнител|ознакомлен|с планом ознаком|подпис)|_{4,}|приложение (?:№|к )/iu,
);

/** Stamps, signatures and the like: every other text is one of them, and all are few. */
function isStamp(texts: readonly string[]): boolean {
  return texts.length <= 12 && texts.filter((text) => STAMP.test(text)).length >= texts.length / 2;
}
