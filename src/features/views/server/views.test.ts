import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ReportingSchool;
let administrator: Persona;
let reader: Persona;
beforeAll(async () => {
  at = await openReportingSchool();
  administrator = await at.world.person([{ role: "administrator", territoryId: at.territory }]);
  reader = await at.world.person([{ role: "reader", territoryId: at.territory }]);
});
afterAll(() => at.world.close());

const body = (more: object = {}) => ({
  territoryId: at.territory,
  list: "reports",
  name: `Вид ${makeId()}`,
  filter: { state: "accepted" },
  shared: false,
  opens: false,
  ...more,
});
const keep = (who: Persona, more: object = {}) => who.call("POST", "/api/views", body(more));
const list = (who: Persona, of = "reports") => who.call("GET", `/api/views?territoryId=${at.territory}&list=${of}`);
const names = async (who: Persona, of = "reports") =>
  (await list(who, of)).body.items.map((one: { name: string }) => one.name);
const path = (id: string, end = "") => `/api/views/${at.territory}/${id}${end}`;
const words = (view: any, more: object = {}) => ({
  version: view.version,
  name: view.name,
  shared: view.shared,
  opens: view.opens,
  ...more,
});

describe("views of lists", () => {
  it("are refused to the public and to whoever stands elsewhere; a reader keeps none; a school shows none to all", async () => {
    const far = await at.world.territory({
      kind: "municipality",
      parentId: await at.world.territory({ kind: "region" }),
    });
    const stranger = await at.world.person([{ role: "officer", territoryId: far }]);
    expect((await list(at.world.public)).status).toBe(401);
    expect([(await list(stranger)).status, (await keep(stranger)).status]).toEqual([404, 404]);
    expect([(await list(reader)).status, (await keep(reader)).status]).toEqual([200, 403]);
    expect((await keep(at.head, { shared: true })).status).toBe(403);
    expect((await list(at.head)).body).toEqual({ items: [], can: { keep: true, share: false } });
  });

  it("are one's own: nobody else reads, renames or removes them", async () => {
    const view = (await keep(at.head, { name: "Принятые" })).body;
    expect(view).toMatchObject({ name: "Принятые", filter: { state: "accepted" }, isCut: false, author: null });
    for (const who of [at.officer, administrator, at.teacher]) {
      expect(await names(who)).not.toContain("Принятые");
      expect((await who.call("PUT", path(view.id), words(view, { name: "Чужой" }))).status).toBe(404);
      expect((await who.call("POST", path(view.id, "/close"), { version: 1, closed: true })).status).toBe(404);
    }
    expect(await names(at.head)).toEqual(["Принятые"]);
    const noted = await at.world.rows("select changes::text as told from journal where action = 'view.keep'");
    expect(noted.map(({ told }) => told).join()).not.toContain("Принятые");
  });

  it("shown to all are read by those who stand at the territory, edited by the author alone, removed by an administrator too", async () => {
    const view = (await keep(at.officer, { name: "Общий", shared: true })).body;
    for (const who of [at.other, administrator, reader]) expect(await names(who)).toContain("Общий");
    expect(await names(at.head)).not.toContain("Общий");
    const seen = (await list(at.other)).body.items.find((one: { id: string }) => one.id === view.id);
    expect(seen).toMatchObject({ can: { edit: false, close: false }, opens: false });
    expect(seen.author).toMatch(/\p{L}/u);
    expect((await at.other.call("POST", path(view.id, "/close"), { version: 1, closed: true })).status).toBe(403);
    expect((await administrator.call("PUT", path(view.id), words(view))).status).toBe(403);
    const gone = await administrator.call("POST", path(view.id, "/close"), { version: 1, closed: true });
    expect([gone.status, gone.body.closed]).toEqual([200, true]);
    expect(await names(at.officer)).not.toContain("Общий");
    await administrator.call("POST", path(view.id, "/close"), { version: gone.body.version, closed: false });
    expect(await names(at.officer)).toContain("Общий");
  });

  it("keep only what the list knows; nothing to keep, a name that stands already and a stale write are told", async () => {
    const view = (await keep(at.officer, { filter: { state: "accepted", page: "4", strange: "1", q: "план" } })).body;
    expect(view.filter).toEqual({ state: "accepted", q: "план" });
    expect((await keep(at.officer, { filter: { page: "2", state: "burning" } })).body.code).toBe("view-empty");
    expect((await keep(at.officer, { list: "cellar" })).status).toBe(422);
    expect((await keep(at.officer, { name: " " })).body.fields).toHaveProperty("name");
    const same = await keep(at.officer, { name: view.name.toLocaleUpperCase("ru") });
    expect([same.status, same.body.code]).toEqual([409, "view-named-so"]);
    const both = await Promise.all([1, 2].map(() => keep(at.other, { name: "Разом" })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const edited = await at.officer.call("PUT", path(view.id), words(view, { name: "Иначе" }));
    expect(edited.body).toMatchObject({ name: "Иначе", version: 2 });
    const stale = await at.officer.call("PUT", path(view.id), words(view, { name: "Ещё иначе" }));
    expect([stale.status, stale.body.extra.stored.name]).toEqual([409, "Иначе"]);
  });

  it("that the list takes no more are cut and told, never an error", async () => {
    const view = (await keep(at.officer, { filter: { state: "accepted", q: "план" } })).body;
    await at.world.rows('update saved_view set filter = filter || \'{"state": "gone"}\' where id = $1', [view.id]);
    const seen = (await list(at.officer)).body.items.find((one: { id: string }) => one.id === view.id);
    expect(seen).toMatchObject({ filter: { q: "план" }, isCut: true });
  });

  it("begin a list one at a time", async () => {
    const first = (await keep(at.teacher, { opens: true })).body;
    const second = (await keep(at.teacher, { opens: true })).body;
    const opening = async () =>
      (await list(at.teacher)).body.items.filter((one: { opens: boolean }) => one.opens).map((one: any) => one.id);
    expect(await opening()).toEqual([second.id]);
    const gone = (await at.teacher.call("POST", path(second.id, "/close"), { version: 1, closed: true })).body;
    await at.teacher.call("PUT", path(first.id), words(first, { version: 2, opens: true }));
    const back = await at.teacher.call("POST", path(second.id, "/close"), { version: gone.version, closed: false });
    expect([back.status, back.body.opens]).toEqual([200, false]);
    expect(await opening()).toEqual([first.id]);
    expect((await keep(at.teacher, { list: "rows", filter: { state: "late" }, opens: true })).body.opens).toBe(false);
  });

  it("are no more than fifty", async () => {
    const person = await at.world.person([{ role: "officer", territoryId: at.territory }]);
    for (let made = 0; made < 50; made++) expect((await keep(person)).status).toBe(200);
    const over = await keep(person);
    expect([over.status, over.body.code]).toEqual([409, "views-enough"]);
  });
});
