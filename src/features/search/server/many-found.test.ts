import { afterAll, beforeAll, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { askedBy, plannedReadings } from "../../../../test/support/plans-read.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import type { Found } from "../model/contract.ts";

const PROGRAMMES = 40;
const MEASURES = 4000;
/** what is counted and put in order of a kind, and one more to know that there are more */
const MOST = 1001;

let world: World;
let officer: Persona;
beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  const town: Id = await world.territory({ kind: "municipality", parentId: region, name: "Приозёрный" });
  officer = await world.person([{ role: "officer", territoryId: town }], "Ветрова");
  const programmes = Array.from({ length: PROGRAMMES }, makeId);
  await world.rows(
    `insert into programme (territory_id, id, title, short_title, status, starts_on, ends_on, created_at)
     select $1, id, 'Программа', '', 'running', '2026-01-01', '2028-12-31', now() from unnest($2::uuid[]) id`,
    [town, programmes],
  );
  // a roadmap may be called by the identifier of its programme here
  await world.rows(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal) select $1, id, id, 'План', 1 from unnest($2::uuid[]) id",
    [town, programmes],
  );
  await world.rows(
    `insert into measure (territory_id, id, programme_id, roadmap_id, number, title, ordinal)
     select $1, gen_random_uuid(), p.id, p.id, '1.' || n, 'Открытый урок ' || n, n
     from generate_series(1, ${MEASURES}) n join unnest($2::uuid[]) with ordinality p (id, at) on p.at = 1 + n % ${PROGRAMMES}`,
    [town, programmes],
  );
  await world.rows("vacuum (analyze)");
});
afterAll(() => world.close());

it("however many are found, no more rows are met than are counted: not all that were found by all programmes of the place", async () => {
  const path = `/api/search?${new URLSearchParams({ q: "открытый урок" })}`;
  let found: Found | undefined;
  const asked = await askedBy(async () => {
    found = (await officer.call<Found>("GET", path)).body;
  });
  expect(found!.groups).toMatchObject([{ kind: "measure", total: MOST - 1, beyond: true }]);
  const client = await world.program.database.pool.connect();
  try {
    const readings = await plannedReadings(client, asked, true);
    const ofMeasures = readings.filter(
      ({ table, statement }) => table === "measure" && statement.includes("found_texts"),
    );
    // of each row once to see it, and of those on the page to tell it
    expect(ofMeasures.length).toBeGreaterThan(1);
    for (const { met } of ofMeasures) expect(met).toBeLessThanOrEqual(MOST);
  } finally {
    client.release();
  }
});
