import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { copyIn } from "#platform/backup/copy-rows.ts";

type Value = string | number | boolean | Date | null;

/** Rows of one table on their way into it, as COPY's text. */
export interface Sheet<Column extends string = string> {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly lines: string[];
  add(row: Readonly<Record<Column, Value>>): void;
}

export function sheetOf<const Column extends string>(table: string, columns: readonly Column[]): Sheet<Column> {
  const lines: string[] = [];
  return {
    table,
    columns,
    lines,
    add: (row) => void lines.push(`${columns.map((column) => textOf(row[column])).join("\t")}\n`),
  };
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function textOf(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return value.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign]!);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Lines sent at once: a piece of some hundred kilobytes. */
const PIECE = 2000;

/**
 * Brings the sheets in, in their order, in the transaction of `client`, the owner of the tables: COPY knows no walls, so the tables have none
 * forced on their owner for that long. Returns how many rows came.
 */
export async function pour(
  client: Client,
  sheets: readonly Pick<Sheet, "table" | "columns" | "lines">[],
): Promise<number> {
  let rows = 0;
  for (const { table, columns, lines } of sheets) {
    const { rows: found } = await client.query<{ forced: boolean }>(
      "select relforcerowsecurity as forced from pg_class where oid = $1::regclass",
      [`public.${table}`],
    );
    const wall = (act: string) =>
      found[0]?.forced ? client.query(`alter table public.${table} ${act} row level security`) : undefined;
    await wall("no force");
    const way = copyIn(client, table, columns);
    for (let at = 0; at < lines.length; at += PIECE)
      if (!way.write(lines.slice(at, at + PIECE).join(""))) await new Promise((drained) => way.once("drain", drained));
    way.end();
    await finished(way);
    await wall("force");
    rows += lines.length;
  }
  return rows;
}
