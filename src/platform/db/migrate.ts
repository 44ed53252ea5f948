import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

const LOCK = 4_400_001;

export class MigrationError extends Error {}

/**
 * Applies `migrations/YYYYMMDD-NN-words.sql` in order of names, each once, each in a transaction; forward only.
 * Refuses a database that has migrations this version does not know, or whose applied file was changed since,
 * and one whose character type cannot lower Cyrillic (search would silently fail). Returns the names applied.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{8}-\d{2}-[a-z-]+\.sql$/.test(name)).sort();
  const client = new pg.Client({ connectionString: url });
  // a server that goes away in the midst is told by the statement that failed, not by an event nobody hears
  client.on("error", () => {});
  await client.connect();
  try {
    await requireUsable(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const known = new Map(
      (await client.query<{ name: string; sha256: string }>("select name, sha256 from migration")).rows.map((row) => [
        row.name,
        row.sha256,
      ]),
    );
    for (const name of known.keys()) {
      if (!files.includes(name))
        throw new MigrationError(`База данных новее программы: в ней есть изменение ${name}. Обновите программу.`);
    }
    const applied: string[] = [];
    for (const name of files) {
      const text = await readFile(join(folder, name), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      if (known.has(name)) {
        if (known.get(name) !== sha256)
          throw new MigrationError(
            `Изменение базы ${name} уже применено в другом виде. Верните файл из выпуска программы.`,
          );
        continue;
      }
      await applyOne(client, name, text, sha256);
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string, text: string, sha256: string): Promise<void> {
  await client.query("begin");
  try {
    const walled = await openWalls(client);
    await client.query(text);
    await closeWalls(client, walled);
    await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback").catch(() => undefined);
    throw fault;
  }
}

/**
 * Row-level security is forced on the owner of the tables too: one who is no superuser would change no row of them and be told of nothing.
 * Takes it off the owner for the current transaction; returns the tables.
 */
async function openWalls(client: pg.Client): Promise<readonly number[]> {
  const { rows } = await client.query<{ oid: number; name: string }>(`
    select oid, oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relforcerowsecurity
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)`);
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
  return rows.map(({ oid }) => oid);
}

/** Forces it again, except where the migration took a table or its walls away. */
async function closeWalls(client: pg.Client, walled: readonly number[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where oid = any ($1::oid[]) and relrowsecurity and not relforcerowsecurity",
    [walled],
  );
  for (const { name } of rows) await client.query(`alter table ${name} force row level security`);
}

async function requireUsable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; lowered: string }>(
    "select current_setting('server_version_num')::int as version, lower('Ё') as lowered",
  );
  const server = rows[0]!;
  if (server.version < 150_000) throw new MigrationError("Нужен PostgreSQL 15 или новее: обновите сервер базы данных.");
  if (server.lowered !== "ё") {
    throw new MigrationError(
      "База создана без поддержки русских букв (LC_CTYPE). Создайте её так: createdb -T template0 --lc-ctype=C.UTF-8 --encoding=UTF8 orientir.",
    );
  }
}
