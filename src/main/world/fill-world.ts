import { Readable } from "node:stream";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import "#features/programmes/server/tables.ts";
import type { Program } from "../program.ts";
import { chanceOf } from "./chance.ts";
import { pour } from "./copy-sheet.ts";
import { inventPlaces } from "./places.ts";
import { writeEdition, type OwedProgramme } from "./programmes.ts";
import { paperOf } from "./paper.ts";
import { inventReports, type Counted, type WorldFile } from "./reports.ts";
import type { WorldSize } from "./sizes.ts";

const ZONE = "Europe/Moscow";
/** Papers that confirm the reports of a world: few contents, shown under many names. */
const PAPERS = 5;

export interface FilledWorld {
  readonly municipalities: number;
  readonly obligations: number;
  /** of all tables that came by COPY */
  readonly rows: number;
}

/**
 * Fills an empty database with an invented region: the same size, seed and day give the same world. Places and people, obligations and
 * reports come by COPY, programmes by their use cases, each edition of them in one transaction, so that what was told as done is whole.
 * Throws WorldNotEmptyError where a territory is there already.
 */
export async function fillWorld(
  program: Program,
  size: WorldSize,
  seed: number,
  say: (line: string) => void,
): Promise<FilledWorld> {
  await refuseInhabited(program);
  const chance = chanceOf(seed);
  const today = program.clock.today(ZONE);
  const places = inventPlaces(chance, size);
  let rows = await program.database.copying((client) => pour(client, places.sheets));
  const files = await keepPapers(program);
  let obligations = 0;
  for (const [at, town] of places.towns.entries()) {
    const programmes: OwedProgramme[] = [];
    let owed = 0;
    for (let edition = 0; owed < size.obligations; edition += 1) {
      const wanted = { edition, today, least: size.obligations - owed };
      const written = await program.jobs.within(town.id, (context) => writeEdition(context, chance, town, wanted));
      // tables that grow from nothing are planned as empty until they are counted
      if (at === 0 && edition === 0) await program.database.pool.query("analyze");
      for (const programme of written) owed += programme.wanted.length;
      programmes.push(...written);
    }
    const counted = await program.jobs.within(town.id, ({ tx }) => countedIn(tx, town.id));
    const sheets = inventReports(chance, town, programmes, { today, counted, files });
    rows += await program.database.copying((client) => pour(client, sheets));
    obligations += owed;
    say(`Муниципалитет ${at + 1} из ${places.towns.length}: сроков ${owed}`);
  }
  await program.database.pool.query("analyze");
  return { municipalities: places.towns.length, obligations, rows };
}

/** Somebody works here already: a world would stand among real people. */
export class WorldNotEmptyError extends Error {}

async function refuseInhabited({ database }: Program): Promise<void> {
  const { rows } = await database.pool.query<{ any: boolean }>("select exists (select from territory) as any");
  if (rows[0]!.any) throw new WorldNotEmptyError();
}

async function countedIn(tx: Tx, territoryId: Id): Promise<Counted[]> {
  const rows = await tx
    .selectFrom("planned_value as v")
    .innerJoin("planned_year as y", (join) =>
      join.onRef("y.territory_id", "=", "v.territory_id").onRef("y.planned_value_id", "=", "v.id"),
    )
    .where("v.territory_id", "=", territoryId)
    .select(["v.id", "v.measure_id", "v.unit", "y.year"])
    .orderBy("v.id")
    .orderBy("y.year")
    .execute();
  const found = new Map<Id, Counted & { years: number[] }>();
  for (const { id, measure_id, unit, year } of rows) {
    const one = found.get(id) ?? { measureId: measure_id, plannedId: id, percent: unit === "percent", years: [] };
    one.years.push(year);
    found.set(id, one);
  }
  return [...found.values()];
}

async function keepPapers({ files }: Program): Promise<WorldFile[]> {
  const kept: WorldFile[] = [];
  for (let number = 1; number <= PAPERS; number += 1) {
    const paper = paperOf(number);
    const received = await files.receive(Readable.from([paper]));
    await files.carry(received);
    await files.adopt(received);
    await files.drop(received);
    kept.push({ sha256: received.sha256, bytes: paper.length, mediaType: "application/pdf" });
  }
  return kept;
}
