import { assaultsOn, tryAssault, walledTables, type Assault } from "./wall-assaults.ts";
import type { World } from "./world.ts";

interface WallFault {
  readonly told: string;
  readonly table: string;
  readonly breaks: string;
  readonly mends: string;
}

interface PolicyRow {
  readonly tablename: string;
  readonly policyname: string;
  readonly cmd: string;
  readonly qual: string | null;
  readonly with_check: string | null;
}

/**
 * Assaults the wall of every table, then breaks each wall in turn: takes it away, lets each of its policies through, takes what is read
 * for what is written. True where nothing got through the whole wall and enough of the faults were noticed.
 */
export async function breakWalls(
  world: World,
  breaking: boolean,
  enough: number,
  say: (line: string) => void,
): Promise<boolean> {
  const tables = await walledTables(world.pool);
  const assaults = [...assaultsOn(tables, world.personas)];
  const through: string[] = [];
  for (const assault of assaults) {
    const told = await tryAssault(world, tables, assault);
    if (told) through.push(`${assault.table}, ${assault.persona.name}, ${assault.kind}: ${told}`);
  }
  say(`Запросы к таблицам мимо программы: прошло ${through.length} из ${assaults.length}, таблиц ${tables.length}.`);
  for (const line of through.slice(0, 12)) say(`  ${line}`);
  if (!breaking) return through.length === 0;

  const faults = await wallFaults(world);
  const survivors: WallFault[] = [];
  for (const fault of faults) {
    const on = assaults.filter(({ table }) => table === fault.table);
    await world.pool.query(fault.breaks);
    try {
      if (!(await isNoticed(world, tables, on))) survivors.push(fault);
    } finally {
      await world.pool.query(fault.mends);
    }
  }
  const noticed = faults.length - survivors.length;
  say(`Поломок стены базы: ${faults.length}, замечено ${noticed} (${((noticed / faults.length) * 100).toFixed(1)} %).`);
  for (const { told } of survivors) say(`  осталась: ${told}`);
  return through.length === 0 && noticed / faults.length >= enough;
}

async function isNoticed(
  world: World,
  tables: Awaited<ReturnType<typeof walledTables>>,
  assaults: readonly Assault[],
): Promise<boolean> {
  for (const assault of assaults) if (await tryAssault(world, tables, assault)) return true;
  return false;
}

/** Faults of every walled table, made of what the database says of its policies. */
async function wallFaults({ pool }: World): Promise<readonly WallFault[]> {
  const { rows } = await pool.query<PolicyRow>(
    "select tablename, policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' and 'orientir_app' = any (roles) and policyname <> 'owner_reads' order by 1, 2",
  );
  const tables = [...new Set(rows.map((row) => row.tablename))];
  return [
    ...tables.map((table) => ({
      told: `${table}: стены нет`,
      table,
      breaks: `alter table "${table}" disable row level security`,
      mends: `alter table "${table}" enable row level security`,
    })),
    // what lets everything through already is no wall: the registry is read by all
    ...rows
      .filter(({ qual, with_check }) => `${qual ?? "true"} ${with_check ?? "true"}` !== "true true")
      .map((row) => ({
        told: `${row.tablename}: «${row.policyname}» пропускает всё`,
        table: row.tablename,
        breaks: altered(row, row.qual && "true", row.with_check && "true"),
        mends: altered(row, row.qual, row.with_check),
      })),
    ...rows
      .filter((row) => /app_writes/.test(`${row.qual} ${row.with_check}`))
      .map((row) => ({
        told: `${row.tablename}: «${row.policyname}» пишет всюду, где читают`,
        table: row.tablename,
        breaks: altered(row, read(row.qual), read(row.with_check)),
        mends: altered(row, row.qual, row.with_check),
      })),
  ];
}

const read = (condition: string | null) => condition?.replaceAll("app_writes", "app_reads") ?? null;

function altered({ tablename, policyname }: PolicyRow, using: string | null, check: string | null): string {
  const parts = [using && `using (${using})`, check && `with check (${check})`].filter(Boolean);
  return `alter policy "${policyname}" on "${tablename}" ${parts.join(" ")}`;
}
