import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../src/platform/db/migrate.ts";
import { startEmbedded } from "../src/platform/db/embedded/server.ts";
import { assemble, type Program } from "../src/main/program.ts";
import { fillWorld } from "../src/main/world/fill-world.ts";
import { WORLD_SIZES, type WorldSizeName } from "../src/main/world/sizes.ts";

/** The working day on which every world of the bench stands: what is late and what is due soon is the same whenever it is measured. */
export const BENCH_NOW = new Date("2026-11-20T09:00:00+03:00");
const SEED = 2026;

export interface Ground {
  readonly root: string;
  /** of this run; goes with it */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** the largest world of this run: R, or M where the region is left out */
  readonly large: WorldSizeName;
  /** the address of a database filled with a world; kept for the next run, so whoever writes there works on a copy (`copyOf`) */
  world(size: WorldSizeName): Promise<string>;
  /** a copy of a database, for those who write */
  copyOf(url: string): Promise<string>;
  /** a new database without a table */
  empty(): Promise<string>;
  /** the program on a database, with no work in the background; `data` names its folder of files */
  program(url: string, options?: { readonly works?: boolean; readonly webFolder?: string }): Promise<Program>;
  /** builds the product as it is delivered, once */
  built(): void;
}

/**
 * Where the measures stand: the PostgreSQL of `ORIENTIR_BENCH_DATABASE` (an owner who may create databases), else the embedded one on
 * `keptFolder`, where filled worlds stay from run to run. Databases of this run alone are dropped in the end.
 */
export async function openGround(
  root: string,
  { folder, keptFolder, large, say }: Pick<Ground, "folder" | "large" | "say"> & { readonly keptFolder: string },
): Promise<Ground & { close(): Promise<void> }> {
  const given = process.env.ORIENTIR_BENCH_DATABASE;
  let embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined;
  const home = async () => given ?? (embedded ??= await startEmbedded(keptFolder, say)).url;
  const made: string[] = [];
  // all worlds have the same few papers
  const ofWorlds = new Set<string>();
  const edition = await editionOf(root);
  let isBuilt = false;
  const create = async (name: string, template?: string) => {
    await asked(await home(), `create database ${name}${template ? ` template ${template}` : ""}`);
    return addressOf(await home(), name);
  };
  const temporary = async (template?: string) => {
    const name = `bench_run_${process.pid}_${made.length}`;
    const url = await create(name, template);
    made.push(name);
    return url;
  };
  const program: Ground["program"] = (url, { works = false, webFolder } = {}) =>
    assemble({
      databaseUrl: url,
      dataFolder: ofWorlds.has(url)
        ? join(keptFolder, "files")
        : join(folder, `data-${new URL(url).pathname.slice(1)}`),
      migrationsFolder: join(root, "migrations"),
      webFolder,
      works,
      now: BENCH_NOW,
      log: (line) => process.stderr.write(`${line}\n`),
    });
  return {
    root,
    folder,
    large,
    say,
    program,
    empty: () => temporary(),
    async copyOf(url) {
      const copy = await temporary(new URL(url).pathname.slice(1));
      if (ofWorlds.has(url)) ofWorlds.add(copy);
      return copy;
    },
    async world(size) {
      const name = `bench_world_${size.toLowerCase()}_${edition}`;
      const url = addressOf(await home(), name);
      ofWorlds.add(url);
      const known = await asked(await home(), `select 1 from pg_database where datname = '${name}'`);
      if (known.length > 0) {
        // as an installation is brought to a new release
        if ((await migrate(url, join(root, "migrations"))).length > 0) await asked(url, "vacuum (analyze)");
        return url;
      }
      // one that was not filled to the end has another name
      const begun = `${name}_begun`;
      await asked(await home(), `drop database if exists ${begun} with (force)`);
      say(`Наполняю мир ${size}: в следующий раз он будет готов`);
      const begunUrl = await create(begun);
      ofWorlds.add(begunUrl);
      const filling = await program(begunUrl);
      await fillWorld(filling, WORLD_SIZES[size], SEED, say);
      await filling.stop();
      await asked(begunUrl, "vacuum (analyze)");
      await asked(await home(), `alter database ${begun} rename to ${name}`);
      return url;
    },
    built() {
      if (!isBuilt)
        spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: ["ignore", "ignore", "inherit"] });
      isBuilt = true;
    },
    async close() {
      for (const name of made) await asked(await home(), `drop database if exists ${name} with (force)`);
      await embedded?.stop();
    },
  };
}

/** What a filled world depends on: whatever fills it. */
async function editionOf(root: string): Promise<string> {
  const hash = createHash("sha256");
  const folder = join(root, "src", "main", "world");
  for (const name of (await readdir(folder)).sort())
    if (!name.endsWith(".test.ts")) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex").slice(0, 10);
}

/** One statement as the owner. */
export async function asked<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function addressOf(home: string, name: string): string {
  const url = new URL(home);
  url.pathname = `/${name}`;
  return url.href;
}
