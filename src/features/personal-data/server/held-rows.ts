import { sql } from "kysely";
import { dateInDigits } from "#domain/russian/dates.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Tx } from "#platform/db/database.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { ACTION_WORDS } from "#features/journal/model/action-words.ts";
import type { HeldSection } from "../model/contract.ts";
import { HELD } from "../model/held.ts";
import type { HeldTable, Telling } from "../model/held-table.ts";
import { accessSections } from "./held-access.ts";

/** How many rows of a section are told on the screen; the file tells all. */
const SCREEN_ROWS = 20;

/**
 * Everything kept about a person, section by section, in the reach of the transaction. Where `territoryId` is given only that territory's
 * rows are told: an administrator answers for their own place.
 */
export async function heldSections(
  tx: Tx,
  personId: Id,
  options: { readonly territoryId?: Id; readonly whole?: boolean },
): Promise<HeldSection[]> {
  const most = options.whole ? null : SCREEN_ROWS;
  const found: { table: HeldTable; rows: readonly HeldRow[] }[] = [];
  for (const table of HELD) found.push({ table, rows: await rowsOf(tx, table, personId, options.territoryId, most) });
  const names = await namesOf(tx, found);
  const sections = found
    .filter(({ rows }) => rows.length > 0)
    .map(({ table, rows }) => ({
      title: table.title,
      onDestruction: table.onDestruction,
      total: rows[0]!.total,
      heads: table.tells.map(([, label]) => label),
      rows: rows.map((row) => table.tells.map(([column, , telling]) => told(row[column], telling, names))),
    }));
  return [...sections, ...(await accessSections(tx, personId, told, most))];
}

/** A row of a held table; `total` of them are there. */
type HeldRow = Readonly<Record<string, unknown>> & { readonly total: number };

async function rowsOf(
  tx: Tx,
  table: HeldTable,
  personId: Id,
  territoryId: Id | undefined,
  most: number | null,
): Promise<readonly HeldRow[]> {
  const [name] = table.by[0]!.split(".") as [string];
  const named = sql.join(
    table.by.map((column) => sql`${sql.ref(column)} = ${personId}`),
    sql` or `,
  );
  const columns = sql.join(table.tells.map(([column]) => sql.ref(`${name}.${column}`)));
  const here = !table.isGlobal && territoryId ? sql`and ${sql.ref(`${name}.territory_id`)} = ${territoryId}` : sql``;
  const { rows } = await sql<HeldRow>`
    select ${columns}, count(*) over ()::int as total from ${sql.table(name)} where (${named}) ${here}
    order by ${sql.ref(`${name}.id`)} desc limit ${most}`.execute(tx);
  return rows;
}

/** Names of organisations and programmes by their identifiers. */
type Names = ReadonlyMap<Id, string>;

async function namesOf(
  tx: Tx,
  found: readonly { readonly table: HeldTable; readonly rows: readonly HeldRow[] }[],
): Promise<Names> {
  const named = (telling: Telling) => [
    ...new Set(
      found.flatMap(({ table, rows }) =>
        table.tells
          .filter(([, , how]) => how === telling)
          .flatMap(([column]) => rows.map((row) => row[column] as Id | null).filter((id) => id !== null)),
      ),
    ),
  ];
  const { rows: organisations } = await sql<{ id: Id; name: string }>`
    select id, short_name as name from organisation where id = any (${named("organisation")}::uuid[])`.execute(tx);
  const { rows: programmes } = await sql<{ id: Id; name: string }>`
    select id, title as name from programme where id = any (${named("programme")}::uuid[])`.execute(tx);
  return new Map([...organisations, ...programmes].map(({ id, name }) => [id, name]));
}

function told(value: unknown, telling: Telling, names: Names = new Map()): string {
  if (value === null || value === undefined || value === "") return "–";
  switch (telling) {
    case "day":
      return dateInDigits(value as LocalDate);
    case "instant":
      return instantInWords(value as Date);
    case "organisation":
    case "programme":
      return names.get(value as Id) ?? "–";
    case "json":
      return told(JSON.parse(value as string), "text");
    case "action":
      return (ACTION_WORDS as Readonly<Record<string, string>>)[value as string] ?? String(value);
    case "role":
      return ROLE_NAME[value as Role];
    case "text":
      return WORDS[value as string] ?? String(value);
  }
}

const INSTANT = new Intl.DateTimeFormat("ru", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/Moscow",
});

function instantInWords(at: Date): string {
  return `${INSTANT.format(at)} МСК`;
}

/** Words for values that the database keeps in English. */
const WORDS: Readonly<Record<string, string>> = {
  phone_to_colleagues: "Показ телефона коллегам",
  submit: "отправлен",
  withdraw: "отозван",
  return: "возвращён",
  accept: "принят",
  reopen: "открыт снова",
  delegate: "передан",
  computer: "компьютер",
  phone: "телефон",
  tablet: "планшет",
  program: "программа",
  unknown: "не определено",
  invitation: "приглашение",
  recovery: "новый пароль",
};
