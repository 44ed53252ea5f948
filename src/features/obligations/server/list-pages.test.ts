import { afterAll, beforeAll, expect, it } from "vitest";
import { fillWorld } from "#main/world/fill-world.ts";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const SIZE = { municipalities: 1, organisations: 8, teachers: 10, obligations: 300 };

interface Page {
  readonly rows: readonly { readonly id: Id }[];
  readonly total: number;
}

let world: World;
let town: Id;
let officer: Persona;
beforeAll(async () => {
  world = await openWorld({ now: "2026-11-20T09:00:00+03:00", log: () => {} });
  await fillWorld(world.program, SIZE, 3, () => {});
  [{ id: town }] = (await world.rows<{ id: Id }>("select id from territory where kind = 'municipality'")) as [
    { id: Id },
  ];
  officer = await world.person([{ role: "officer", territoryId: town }]);
});
afterAll(() => world.close());

it.each([
  ["all that a territory owes", {}, "true"],
  [
    "what was accepted, which is looked for by its report",
    { state: "accepted" },
    "r.state = 'accepted' and r.kind = 'done'",
  ],
])("%s: each row stands once, on the page of its turn", async (_name, filter, condition) => {
  const all = await world.rows<{ id: Id }>(
    `select o.id from obligation o
     left join report_obligation ro on ro.territory_id = o.territory_id and ro.obligation_id = o.id
     left join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
     where o.territory_id = $1 and ${condition} order by o.due_on, o.id`,
    [town],
  );
  const pages: Page[] = [];
  do {
    const query = new URLSearchParams({ territoryId: town, page: String(pages.length + 1), ...filter });
    pages.push((await officer.call<Page>("GET", `/api/obligations?${query}`)).body);
  } while (pages.at(-1)!.rows.length > 0);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.map(({ id }) => id));
  expect(new Set(pages.slice(0, -1).map(({ total }) => total))).toEqual(new Set([all.length]));
});
