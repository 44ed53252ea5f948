import { sql } from "kysely";
import { dateInDigits } from "#domain/russian/dates.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Tx } from "#platform/db/database.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { ACTION_WORDS } from "#features/journal/model/action-words.ts";
import type { HeldSection } from "../model/contract.ts";
import { HELD, type HeldTable, type Telling } from "../model/held.ts";
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
  const names = await namesOf(tx);
  const sections: HeldSection[] = [];
  for (const table of HELD) {
    const rows = await rowsOf(tx, table, personId, options.territoryId);
    if (rows.length === 0) continue;
    sections.push({
      title: table.title,
      onDestruction: table.onDestruction,
      total: rows.length,
      heads: table.tells.map(([, label]) => label),
      rows: rows
        .slice(0, options.whole ? undefined : SCREEN_ROWS)
        .map((row) => table.tells.map(([column, , telling]) => told(row[column], telling, names))),
    });
  }
  return [...sections, ...(await accessSections(tx, personId, told))];
}

async function rowsOf(tx: Tx, table: HeldTable, personId: Id, territoryId: Id | undefined) {
  const [name] = table.by[0]!.split(".") as [string];
  const named = sql.join(
    table.by.map((column) => sql`${sql.ref(column)} = ${personId}`),
    sql` or `,
  );
  const columns = sql.join(table.tells.map(([column]) => sql.ref(`${name}.${column}`)));
  const here = !table.isGlobal && territoryId ? sql`and ${sql.ref(`${name}.territory_id`)} = ${territoryId}` : sql``;
  const { rows } = await sql<Record<string, unknown>>`
    select ${columns} from ${sql.table(name)} where (${named}) ${here} order by ${sql.ref(`${name}.id`)} desc`.execute(
    tx,
  );
  return rows;
}

interface Names {
  readonly organisations: ReadonlyMap<Id, string>;
  readonly programmes: ReadonlyMap<Id, string>;
}

async function namesOf(tx: Tx): Promise<Names> {
  const organisations = await tx.selectFrom("organisation").select(["id", "short_name"]).execute();
  const programmes = await tx.selectFrom("programme").select(["id", "title"]).execute();
  return {
    organisations: new Map(organisations.map((row) => [row.id, row.short_name])),
    programmes: new Map(programmes.map((row) => [row.id, row.title])),
  };
}

function told(
  value: unknown,
  telling: Telling,
  names: Names = { organisations: new Map(), programmes: new Map() },
): string {
  if (value === null || value === undefined || value === "") return "–";
  switch (telling) {
    case "day":
      return dateInDigits(value as LocalDate);
    case "instant":
      return instantInWords(value as Date);
    case "organisation":
      return names.organisations.get(value as Id) ?? "–";
    case "programme":
      return names.programmes.get(value as Id) ?? "–";
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
