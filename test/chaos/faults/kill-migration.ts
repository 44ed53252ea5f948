import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "#platform/db/migrate.ts";
import { launch, databaseOf } from "../program.ts";
import { statementsOf } from "../statements.ts";
import type { Fault, Stage } from "../fault.ts";
import type { Finding } from "../verify.ts";

/**
 * The program dies after each statement of each migration: the database stands as before that migration, and the next start applies it
 * whole. Then a first start is killed at any instant, and the next one makes the database all the same.
 */
export const killMigration: Fault = {
  name: "migration",
  title: "обрыв на каждом операторе миграций",
  most: 8,
  async run(stage) {
    const { arena, ground } = stage;
    const findings: Finding[] = [];
    await arena.start();
    const { url } = await databaseOf(arena.dataFolder);
    const scratch = "chaos_migrations";
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`create database ${scratch}`);
    const place = new URL(url);
    place.pathname = `/${scratch}`;
    const folder = join(ground.folder, "some-migrations");
    await mkdir(folder);
    const all = (await readdir(ground.migrationsFolder)).filter((name) => name.endsWith(".sql")).sort();
    let breaks = 0;
    for (const name of all) {
      const before = await imageOf(place.href);
      const statements = statementsOf(await readFile(join(ground.migrationsFolder, name), "utf8"));
      for (let count = 1; count <= statements.length; count += 1) {
        await breakAfter(place.href, statements.slice(0, count));
        breaks += 1;
        if ((await imageOf(place.href)) !== before)
          findings.push({ harm: "half", what: `${name}: след после ${count} из ${statements.length}` });
      }
      await symlink(join(ground.migrationsFolder, name), join(folder, name));
      await migrate(place.href, folder);
    }
    await owner.query(`drop database ${scratch} with (force)`);
    await owner.end();
    await rm(folder, { recursive: true });
    stage.note(`миграций ${all.length}, обрывов ${breaks}`);
    findings.push(...(await firstStarts(stage)));
    return findings;
  },
};

/** What the program does with a migration, up to a statement; then its line is gone, as when it is killed. */
async function breakAfter(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  for (const statement of statements) await client.query(statement);
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

/** Everything a migration may make, as one hash; waits until the broken line's own transaction is gone. */
async function imageOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
      );
      if (rowCount === 0) break;
    }
    const { rows } = await client.query(`
      select 'class ' || oid::regclass || ' ' || relkind::text || ' ' || relrowsecurity || ' ' || coalesce(relacl::text, '') as line
        from pg_class where relnamespace = 'public'::regnamespace
      union all select 'column ' || attrelid::regclass || ' ' || attname || ' ' || atttypid::regtype || ' ' || attnotnull
        from pg_attribute a join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0
      union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'function ' || oid::regprocedure || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
      union all select 'policy ' || polrelid::regclass || ' ' || polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
      order by line`);
    return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  } finally {
    await client.end();
  }
}

/** First starts on empty folders, killed while the cluster and the tables are made; each next start opens. */
async function firstStarts({ arena, ground, strikes }: Stage): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const turn of strikes()) {
    const dataFolder = join(ground.folder, `first-${turn}`);
    const killed = launch({ dataFolder, port: 0 });
    await new Promise((wait) => setTimeout(wait, 300 + arena.random.int(3000)));
    killed.kill("SIGKILL");
    await killed.ended;
    const second = launch({ dataFolder, port: 0 });
    const opened = await second.untilSaid("Ориентир открыт", 60_000);
    if (!opened) findings.push({ harm: "half", what: `первый запуск не поднялся: ${second.said.join(" ")}` });
    second.kill("SIGTERM");
    await second.ended;
    await rm(dataFolder, { recursive: true, force: true });
  }
  return findings;
}
