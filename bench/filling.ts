import { join } from "node:path";
import { finished } from "node:stream/promises";
import pg from "pg";
import { copyIn, copyOut } from "../src/platform/backup/copy-rows.ts";
import { tableShapes, type TableShape } from "../src/platform/backup/tables.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { assemble } from "../src/main/program.ts";
import { fillWorld, type FilledWorld } from "../src/main/world/fill-world.ts";
import type { WorldSize } from "../src/main/world/sizes.ts";
import { median, type Measure } from "./timing.ts";

/** Tables of a world in the order of their references; what its programmes noted in the journal is not among them. */
const ORDER = [
  "territory",
  "person",
  "organisation",
  "account",
  "membership",
  "role_assignment",
  "designation",
  "programme",
  "roadmap",
  "section",
  "measure",
  "measure_party",
  "planned_value",
  "planned_year",
  "obligation",
  "stored_file",
  "report",
  "report_obligation",
  "report_value",
  "evidence",
  "report_step",
];

interface Dump {
  readonly shape: TableShape;
  readonly pieces: readonly Buffer[];
}

/** Filling an empty database with a world, against COPY of the rows it came to into tables as empty, with the same keys and references. */
export async function filling(
  root: string,
  folder: string,
  embeddedUrl: string,
  { size, rounds }: { readonly size: WorldSize; readonly rounds: number },
): Promise<Measure & FilledWorld> {
  const times = { ours: [] as number[], limit: [] as number[] };
  let filled: FilledWorld | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const url = await emptyDatabase(embeddedUrl, `filled_${round}`);
    const program = await assemble({
      databaseUrl: url,
      dataFolder: join(folder, `filled-${round}`),
      migrationsFolder: join(root, "migrations"),
      webFolder: undefined,
      works: false,
      now: undefined,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    const begun = performance.now();
    filled = await fillWorld(program, size, round, () => {});
    times.ours.push(performance.now() - begun);
    const dumps = await dumpsOf(program.database.pool);
    await program.stop();
    times.limit.push(await copied(root, await emptyDatabase(embeddedUrl, `copied_${round}`), dumps));
  }
  return {
    name: "наполнить мир из ничего",
    unit: "мс",
    ours: median(times.ours),
    limit: median(times.limit),
    limitName: "COPY тех же строк в такие же таблицы",
    ...filled!,
  };
}

async function emptyDatabase(embeddedUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: embeddedUrl });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(embeddedUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function dumpsOf(pool: pg.Pool): Promise<Dump[]> {
  const client = await pool.connect();
  try {
    const shapes = await tableShapes(client);
    const dumps: Dump[] = [];
    for (const name of ORDER) {
      const shape = shapes.find((one) => one.name === name)!;
      const pieces: Buffer[] = [];
      for await (const piece of copyOut(client, shape)) pieces.push(piece);
      dumps.push({ shape, pieces });
    }
    return dumps;
  } finally {
    client.release();
  }
}

/** Milliseconds of the rows alone: the tables are made before. */
async function copied(root: string, url: string, dumps: readonly Dump[]): Promise<number> {
  await migrate(url, join(root, "migrations"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const begun = performance.now();
    await client.query("begin");
    for (const { shape, pieces } of dumps) {
      const way = copyIn(client, shape.name, shape.columns);
      for (const piece of pieces) if (!way.write(piece)) await new Promise((drained) => way.once("drain", drained));
      way.end();
      await finished(way);
    }
    await client.query("commit");
    await client.query("analyze");
    return performance.now() - begun;
  } finally {
    await client.end();
  }
}
