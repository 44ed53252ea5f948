import { afterAll, beforeAll, expect, it } from "vitest";
import { fillWorld } from "#main/world/fill-world.ts";
import type { Id } from "#shared/ids.ts";
import { openWorld, type World } from "../../../../test/support/world.ts";

const SIZE = { municipalities: 1, organisations: 8, teachers: 10, obligations: 300 };

interface Page {
  readonly rows: readonly { readonly id: Id }[];
  readonly page: number;
  readonly next: string | null;
  readonly previous: string | null;
}

let world: World;
let town: Id;
let read: (page: string) => Promise<{ readonly status: number; readonly body: Page }>;
beforeAll(async () => {
  world = await openWorld({ now: "2026-11-20T09:00:00+03:00", log: () => {} });
  await fillWorld(world.program, SIZE, 3, () => {});
  [{ id: town }] = (await world.rows<{ id: Id }>("select id from territory where kind = 'municipality'")) as [
    { id: Id },
  ];
  const officer = await world.person([{ role: "officer", territoryId: town }]);
  read = (page) =>
    officer.call("GET", `/api/progress/rows?territoryId=${town}&from=2010-01-01&page=${encodeURIComponent(page)}`);
});
afterAll(() => world.close());

const idsOf = ({ rows }: Page) => rows.map(({ id }) => id);

/** Pages from one on, as its links lead. */
async function walked(from: string, way: "next" | "previous"): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at: string | null = from; at; at = pages.at(-1)![way]) pages.push((await read(at)).body);
  return pages;
}

it.each(["0", "x", "2>2026-02-30.1.018f0000-0000-7000-8000-000000000000", "2>2026-02-03.1.nobody", "2>", "2'--"])(
  "the page «%s» is refused",
  async (page) => expect((await read(page)).status).toBe(422),
);

it("pages lead to one another by the rows beside them, forwards and back, and hold every row once, in order", async () => {
  const all = await world.rows<{ id: Id }>(
    `select o.id from obligation o join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
     where o.territory_id = '${town}' and o.due_on >= '2010-01-01' order by o.due_on, m.ordinal, o.id`,
  );
  const pages = await walked("1", "next");
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.map(({ page }) => page)).toEqual(pages.map((_, at) => at + 1));
  expect(pages.flatMap(idsOf)).toEqual(all.map(({ id }) => id));
  const back = await walked(pages.at(-2)!.next!, "previous");
  expect(back.map(idsOf)).toEqual(pages.map(idsOf).reverse());
  expect(idsOf((await read("3")).body)).toEqual(idsOf(pages[2]!));
});

it("rows that leave the list while it is read take none of the others with them: the pages go on to the last", async () => {
  const first = (await read("1")).body;
  const second = (await read(first.next!)).body;
  const gone = [...idsOf(first), ...idsOf(second)].slice(0, 90);
  await world.rows("update obligation set due_on = due_on - 20000 where id = any ($1)", [gone]);
  try {
    const rest = await walked(second.next!, "next");
    const later = await world.rows<{ id: Id }>(
      `select o.id from obligation o join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
         where o.territory_id = $1 and o.id <> all ($2) and o.due_on >= '2010-01-01' order by o.due_on, m.ordinal, o.id offset 10`,
      [town, gone],
    );
    expect(rest.flatMap(idsOf)).toEqual(later.map(({ id }) => id));
    expect(rest.at(-1)!.next).toBeNull();
    // and back to the first, which still begins with what is first now
    const back = await walked(rest.at(-1)!.previous ?? "1", "previous");
    expect(back.at(-1)!.page).toBe(1);
  } finally {
    await world.rows("update obligation set due_on = due_on + 20000 where id = any ($1)", [gone]);
  }
});

it("a page after a row begins after it, whatever was added before it", async () => {
  const second = (await read("2")).body;
  const third = (await read(second.next!)).body;
  await world.rows(
    `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, occurrence_key, opens_on, due_on, required, created_at)
     select territory_id, gen_random_uuid(), programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, occurrence_key || '+', '2010-01-01', '2010-01-02', required, created_at
     from obligation where id = '${third.rows[0]!.id}'`,
  );
  expect(idsOf((await read(second.next!)).body)).toEqual(idsOf(third));
  expect(idsOf((await read("3")).body)).not.toEqual(idsOf(third));
});
