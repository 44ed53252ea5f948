import type { Program } from "../src/main/program.ts";
import { replanProgramme } from "../src/features/obligations/server/replan.ts";
import { makeDistrict, SCHOOLS, type BenchDistrict } from "./district.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { median } from "./timing.ts";

const ROUNDS = 7;

/** Plans the programme of the district. */
export function planOnce(program: Program, { territoryId, programmeId }: BenchDistrict): Promise<unknown> {
  return program.jobs.within(territoryId, (context) => replanProgramme(context, territoryId, programmeId));
}

/**
 * P6: a school year of thirty monthly measures for forty schools planned from nothing, the heads told, against writing the same 14,400
 * rows by one `insert … select` of the table's owner. Both begin with an empty table; the planning that follows finds nothing to change.
 */
export async function planYear(ground: Ground): Promise<readonly Figure[]> {
  const program = await ground.program(await ground.empty());
  try {
    const year = { terms: ["ежемесячно"], days: ["2026-09-01", "2027-08-31"] };
    const district = await makeDistrict(program, year);
    const { pool } = program.database;
    await planOnce(program, district);
    await pool.query("create table planned_copy as select * from obligation");
    await pool.query("analyze");
    const { rows } = await pool.query<{ rows: number }>("select count(*)::int as rows from planned_copy");
    const works = {
      ours: () => planOnce(program, district),
      again: () => planOnce(program, district),
      limit: () => pool.query("insert into obligation select * from planned_copy"),
    };
    const taken = { ours: [] as number[], again: [] as number[], limit: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const key of ["limit", "ours", "again"] as const) {
        if (key !== "again") await pool.query("truncate obligation, notice cascade");
        const begun = performance.now();
        await works[key]();
        taken[key].push(performance.now() - begun);
      }
    return [
      {
        id: "P6",
        name: `спланировать учебный год для ${SCHOOLS} школ`,
        unit: "мс",
        ours: median(taken.ours),
        limit: median(taken.limit),
        limitName: "insert … select тех же строк",
        goal: { most: 1.5 },
        seen: { строк: rows[0]!.rows, "ещё раз, менять нечего, мс": median(taken.again) },
      },
    ];
  } finally {
    await program.stop();
  }
}
