import { counted } from "#domain/russian/plural.ts";
import type { Database } from "#platform/db/database.ts";

interface DemoCounts {
  readonly municipalities: number;
  readonly organisations: number;
  readonly people: number;
  readonly programmes: number;
  readonly reports: number;
}

const OF_DEMO = "territory_id in (select id from territory where is_demo)";

/** What goes with the demonstration, in words; undefined where there is none. */
export async function demoInWords({ pool }: Database): Promise<string | undefined> {
  const { rows: regions } = await pool.query<{ name: string }>(
    "select name from territory where is_demo and parent_id is null order by id",
  );
  if (regions.length === 0) return undefined;
  const { rows } = await pool.query<DemoCounts>(
    `select (select count(*) from territory where is_demo and kind = 'municipality')::int as municipalities,
       (select count(*) from organisation where ${OF_DEMO})::int as organisations,
       (select count(distinct person_id) from (select person_id from membership where ${OF_DEMO}
         union select person_id from role_assignment where ${OF_DEMO}) held)::int as people,
       (select count(*) from programme where ${OF_DEMO})::int as programmes,
       (select count(*) from report where ${OF_DEMO})::int as reports`,
  );
  const { municipalities, organisations, people, programmes, reports } = rows[0]!;
  return `${regions.map(({ name }) => `«${name}»`).join(", ")}: ${[
    counted(municipalities, ["муниципалитет", "муниципалитета", "муниципалитетов"]),
    counted(organisations, ["организация", "организации", "организаций"]),
    counted(people, ["человек", "человека", "человек"]),
    counted(programmes, ["программа", "программы", "программ"]),
    counted(reports, ["отчёт", "отчёта", "отчётов"]),
  ].join(", ")}`;
}
