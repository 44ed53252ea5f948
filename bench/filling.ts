import { join } from "node:path";
import { finished } from "node:stream/promises";
import pg from "pg";
import { copyIn, copyOut } from "../src/platform/backup/copy-rows.ts";
import { tableShapes, type TableShape } from "../src/platform/backup/tables.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import type { Program } from "../src/main/program.ts";
import { fillWorld, type FilledWorld } from "../src/main/world/fill-world.ts";
import { WORLD_SIZES } from "../src/main/world/sizes.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { median } from "./timing.ts";

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

const ROUNDS = 3;

/** Filling an empty database with the world M, against COPY of the rows it came to into tables as empty, with the same keys and references. */
export async function filling(ground: Ground): Promise<readonly Figure[]> {
  const times = { ours: [] as number[], limit: [] as number[] };
  let filled: FilledWorld | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const program = await ground.program(await ground.empty());
    const begun = performance.now();
    filled = await fillWorld(program, WORLD_SIZES.M, round, () => {});
    times.ours.push(performance.now() - begun);
    const dumps = await dumpsOf(program);
    await program.stop();
    times.limit.push(await copied(ground, dumps));
  }
  return [
    {
      name: "наполнить мир M из ничего",
      unit: "мс",
      ours: median(times.ours),
      limit: median(times.limit),
      limitName: "COPY тех же строк в такие же таблицы",
      goal: { most: 2 },
      seen: { сроков: filled!.obligations, строк: filled!.rows },
    },
  ];
}

function dumpsOf({ database }: Program): Promise<Dump[]> {
  return database.copying(async (client) => {
    const shapes = await tableShapes(client);
    const dumps: Dump[] = [];
    for (const name of ORDER) {
      const shape = shapes.find((one) => one.name === name)!;
      const pieces: Buffer[] = [];
      for await (const piece of copyOut(client, shape)) pieces.push(piece);
      dumps.push({ shape, pieces });
    }
    return dumps;
  });
}

/** Milliseconds of the rows alone: the tables are made before. */
async function copied(ground: Ground, dumps: readonly Dump[]): Promise<number> {
  const url = await ground.empty();
  await migrate(url, join(ground.root, "migrations"));
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
