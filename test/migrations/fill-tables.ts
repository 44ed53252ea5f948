import type pg from "pg";
import { columnsOf, referencesOf, type Column, type Reference } from "./table-facts.ts";
import { valueFor, type Random } from "./value-for.ts";

type Row = Record<string, unknown>;

const ROWS = 3;
const TRIES = 150;

/**
 * Puts rows into every table as its constraints allow, whatever the schema: values are drawn by type and by the lists of checks, references
 * lead to rows that are there, and a row the database refuses is drawn again. Returns the tables that stayed empty.
 */
export async function fillTables(client: pg.Client, random: Random): Promise<string[]> {
  const columns = await columnsOf(client);
  const references = await referencesOf(client);
  const rows = new Map<string, Row[]>();
  const empty: string[] = [];
  for (const table of inOrder([...columns.keys()], references)) {
    const kept: Row[] = [];
    rows.set(table, kept);
    for (let tried = 0; tried < TRIES && kept.length < ROWS; tried += 1) {
      const row = drawRow({
        columns: columns.get(table)!,
        references: references.filter((one) => one.table === table),
        rows,
        random,
        // first rows hang on first rows: what needs several of them in one territory finds them there
        first: kept.length === 0 && tried < TRIES / 2,
      });
      if (row && (await insert(client, table, row))) kept.push(row);
    }
    if (kept.length === 0) empty.push(table);
  }
  return empty;
}

/** Tables so that those referred to by columns that must be filled come first. */
function inOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const done: string[] = [];
  const visit = (table: string, under: readonly string[]) => {
    if (done.includes(table) || under.includes(table)) return;
    for (const { to } of references.filter((one) => one.table === table && one.required)) visit(to, [...under, table]);
    done.push(table);
  };
  // what a nullable reference leads to comes earlier where nothing speaks against it
  for (const table of tables) visit(table, []);
  return done;
}

interface Drawing {
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly random: Random;
  readonly first: boolean;
}

function drawRow({ columns, references, rows, random, first }: Drawing): Row | undefined {
  const row: Row = {};
  // the widest first: its columns bind the narrower ones
  for (const reference of [...references].sort((one, other) => other.columns.length - one.columns.length)) {
    const nullable = reference.columns.find(
      (name) => !(name in row) && columns.some((one) => one.name === name && !one.required),
    );
    if (nullable !== undefined && random.share(0.4)) {
      row[nullable] = null;
      continue;
    }
    if (reference.columns.some((name) => row[name] === null)) continue;
    const fitting = (rows.get(reference.to) ?? []).filter((target) =>
      reference.columns.every((name, at) => !(name in row) || row[name] === target[reference.toColumns[at]!]),
    );
    if (fitting.length === 0) {
      if (nullable === undefined) return undefined;
      row[nullable] = null;
      continue;
    }
    const target = first ? fitting[0]! : random.one(fitting);
    reference.columns.forEach((name, at) => (row[name] = target[reference.toColumns[at]!]));
  }
  for (const column of columns) {
    if (column.name in row) continue;
    row[column.name] = !column.required && random.share(0.3) ? null : valueFor(column, random);
  }
  return row;
}

async function insert(client: pg.Client, table: string, row: Row): Promise<boolean> {
  const names = Object.keys(row);
  await client.query("savepoint row");
  try {
    await client.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      names.map((name) => row[name]),
    );
    await client.query("release row");
    return true;
  } catch {
    await client.query("rollback to row");
    return false;
  }
}
