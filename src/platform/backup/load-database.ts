import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { Writable } from "node:stream";
import pg from "pg";
import { BackupError } from "./backup-error.ts";
import { copyIn, digestOf } from "./copy-rows.ts";
import type { Header, Manifest } from "./format.ts";
import { loosen } from "./loosen.ts";
import { PLAIN_TEXT, quoted, tableShapes, type TableShape } from "./tables.ts";

/** Where a walk through the backup puts rows. */
export interface Loading {
  piece(table: string, rows: Buffer): Promise<void>;
  /** all rows are in: sequences, constraints, and every table read again and compared with the manifest */
  complete(): Promise<void>;
}

/**
 * Fills an empty database in one transaction: the migrations of the backup, its rows, its sequences; constraints are checked over all rows
 * at the end. Nothing of it stays where `walk` or a check fails.
 */
export async function loadDatabase(
  url: string,
  migrations: string,
  { header, manifest }: { header: Header; manifest: Manifest },
  walk: (loading: Loading) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  let loading: ReturnType<typeof loadingInto> | undefined;
  try {
    await client.query("begin");
    await client.query(PLAIN_TEXT);
    await requireEmpty(client);
    await makeTables(client, migrations, header);
    const shapes = await agreedShapes(client, manifest);
    const { tie, wall } = await loosen(client);
    const { piece, end } = (loading = loadingInto(client, shapes));
    await walk({
      piece,
      async complete() {
        await end();
        for (const { name, value, called } of manifest.sequences)
          await client.query("select setval($1::regclass, $2::bigint, $3)", [`public.${quoted(name)}`, value, called]);
        await tie();
        await requireSame(client, shapes, manifest);
        await wall();
      },
    });
    await client.query("commit");
    await client.query("analyze");
  } catch (fault) {
    // nothing is heard by the database, «rollback» neither, until the rows under way are given up
    loading?.giveUp();
    await client.query("rollback").catch(() => undefined);
    throw fault;
  } finally {
    await client.end();
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  if (rowCount)
    throw new BackupError(
      "База данных не пуста: восстановление идёт только в пустое место. Ничего не изменено. Создайте новую базу и укажите её в DATABASE_URL.",
    );
}

async function makeTables(client: pg.Client, migrations: string, { migrations: applied }: Header): Promise<void> {
  await client.query(
    "create table migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
  );
  for (const { name } of applied) await client.query(await readFile(join(migrations, name), "utf8"));
}

/** The tables that the migrations made, in the manifest's form; a table that is in one and not in the other would be lost in silence. */
async function agreedShapes(client: pg.Client, manifest: Manifest): Promise<Map<string, TableShape>> {
  const shapes = new Map((await tableShapes(client)).map((shape) => [shape.name, shape]));
  const told = new Map(manifest.tables.map((table) => [table.name, table.columns]));
  const differ =
    [...shapes.keys()].find((name) => !told.has(name) && !manifest.leftOut.includes(name)) ??
    [...told].find(
      ([name, columns]) => [...(shapes.get(name)?.columns ?? [])].sort().join() !== [...columns].sort().join(),
    )?.[0];
  if (differ !== undefined)
    throw new BackupError(`Таблица ${differ} в копии другая, чем её делают изменения базы. Ничего не изменено.`);
  return new Map(manifest.tables.map(({ name, columns }) => [name, { ...shapes.get(name)!, columns }]));
}

function loadingInto(client: pg.Client, shapes: ReadonlyMap<string, TableShape>) {
  let open: { name: string; rows: Writable; closed: Promise<void> } | undefined;
  const end = async () => {
    if (!open) return;
    open.rows.end();
    await open.closed;
    open = undefined;
  };
  return {
    end,
    giveUp: () => void open?.rows.destroy(),
    async piece(name: string, rows: Buffer) {
      if (open?.name !== name) {
        await end();
        const into = copyIn(client, name, shapes.get(name)!.columns);
        open = { name, rows: into, closed: finished(into) };
        open.closed.catch(() => {});
      }
      const { rows: into, closed } = open!;
      await Promise.race([closed, new Promise<void>((done) => into.write(rows, () => done()))]);
    },
  };
}

async function requireSame(
  client: pg.Client,
  shapes: ReadonlyMap<string, TableShape>,
  manifest: Manifest,
): Promise<void> {
  for (const told of manifest.tables) {
    const { rows, sha256 } = await digestOf(client, shapes.get(told.name)!);
    if (rows !== told.rows || sha256 !== told.sha256)
      throw new BackupError(
        `Таблица ${told.name} после восстановления другая (строк ${rows} из ${told.rows}). Ничего не изменено.`,
      );
  }
}
