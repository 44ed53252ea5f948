import type { Program } from "../src/main/program.ts";
import { replanProgramme } from "../src/features/obligations/server/replan.ts";
import { makeDistrict, SCHOOLS, type BenchDistrict } from "./district.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { inTurns, median } from "./timing.ts";

/** Plans the programme of the district. */
export function planOnce(program: Program, { territoryId, programmeId }: BenchDistrict): Promise<unknown> {
  return program.jobs.within(territoryId, (context) =>
    replanProgramme({ ...context, send: async () => {} }, territoryId, programmeId),
  );
}

/** Planning a year of thirty measures for forty schools from nothing, against writing the same rows by one `insert … select`. */
export async function planYear(ground: Ground): Promise<readonly Figure[]> {
  const program = await ground.program(await ground.empty());
  const district = await makeDistrict(program);
  const { pool } = program.database;
  const ours = () => planOnce(program, district);
  await ours();
  await pool.query("create table planned_copy as select * from obligation");
  const { rows } = await pool.query<{ rows: number }>("select count(*)::int as rows from planned_copy");
  const clear = () => pool.query("delete from obligation");
  const limit = async () => {
    await pool.query("insert into obligation select * from planned_copy");
  };
  const taken = { ours: [] as number[], limit: [] as number[] };
  for (let round = 0; round < 5; round += 1) {
    for (const [key, work] of [
      ["ours", ours],
      ["limit", limit],
    ] as const) {
      await clear();
      const once = await inTurns(1, 0, work, async () => {});
      taken[key].push(once.ours);
    }
  }
  await pool.query("drop table planned_copy");
  await program.stop();
  return [
    {
      name: `спланировать год для ${SCHOOLS} школ`,
      unit: "мс",
      ours: median(taken.ours),
      limit: median(taken.limit),
      limitName: "insert … select тех же строк",
      seen: { строк: rows[0]!.rows },
    },
  ];
}
