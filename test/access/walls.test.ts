import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFinder } from "#features/people/server/actors.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { NO_REACH, type Reach } from "#platform/db/database.ts";
import { reachOf } from "#platform/http/reach.ts";
import type { Actor, Assignment } from "#shared/actor.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type World } from "../support/world.ts";

/**
 * The second wall alone: queries without any condition, in the reach the server would enter for the actor. The application's own
 * checks are not in the room.
 */
describe("row-level security, with the application's checks off", () => {
  let world: World;
  let region: Id, otherRegion: Id, one: Id, two: Id, far: Id;
  /** of `one`, `two` and `far` */
  const schools: Id[] = [];
  beforeAll(async () => {
    world = await openWorld();
    region = await world.territory({ kind: "region" });
    otherRegion = await world.territory({ kind: "region" });
    one = await world.territory({ kind: "municipality", parentId: region });
    two = await world.territory({ kind: "municipality", parentId: region });
    far = await world.territory({ kind: "municipality", parentId: otherRegion });
    for (const territory of [one, two, far]) {
      const school = await world.organisation(territory, "school");
      schools.push(school);
      await world.designation(territory, school, "low_results");
    }
  });
  afterAll(() => world.close());

  const designations = (reach: Reach) =>
    world.program.database.within(reach, async (tx) =>
      (await tx.selectFrom("designation").select("territory_id").execute()).map((row) => row.territory_id).sort(),
    );
  const mark = (reach: Reach, territoryId: Id) =>
    world.program.database.within(reach, (tx) =>
      tx
        .insertInto("role_code")
        .values({ territory_id: territoryId, match_key: makeId(), code: "КОД", audience: '{"kind":"territory"}' })
        .execute(),
    );
  const REFUSED = /row-level security/;
  const person = (assignments: Assignment[], regionOf: Record<Id, Id> = {}): Actor => ({
    kind: "person",
    personId: makeId(),
    accountId: makeId(),
    sessionId: makeId(),
    assignments,
    regionOf,
  });
  const at = (territoryId: Id, role: Assignment["role"], kind: Assignment["territoryKind"] = "municipality") => ({
    role,
    territoryId,
    territoryKind: kind,
    organisationId: null,
  });

  it("shows the public nothing and lets it write nothing", async () => {
    expect(await designations(reachOf({ kind: "public" }))).toEqual([]);
    await expect(mark(NO_REACH, one)).rejects.toThrow(REFUSED);
  });

  it("shows an officer the own municipality and refuses a row of another", async () => {
    const reach = reachOf(person([at(one, "officer")]));
    expect(await designations(reach)).toEqual([one]);
    await mark(reach, one);
    await expect(mark(reach, two)).rejects.toThrow(REFUSED);
    const moved = await world.program.database.within(reach, (tx) =>
      tx.updateTable("designation").set({ kind: "lead_school" }).where("territory_id", "=", two).executeTakeFirst(),
    );
    expect(moved.numUpdatedRows).toBe(0n);
  });

  it("shows a person of two municipalities both", async () => {
    const reach = reachOf(person([at(one, "officer"), at(far, "methodologist")]));
    expect(await designations(reach)).toEqual([one, far].sort());
  });

  it("shows a reader without letting write", async () => {
    const reach = reachOf(person([at(one, "reader")]));
    expect(await designations(reach)).toEqual([one]);
    await expect(mark(reach, one)).rejects.toThrow(REFUSED);
  });

  it("lets a region user read its municipalities and write only the region", async () => {
    const reach = reachOf(person([at(region, "region_specialist", "region")], { [one]: region, [two]: region }));
    expect(await designations(reach)).toEqual([one, two].sort());
    await mark(reach, region);
    await expect(mark(reach, one)).rejects.toThrow(REFUSED);
  });

  it("lets the administrator of a region write in its municipalities and in no others", async () => {
    const reach = reachOf(person([at(region, "administrator", "region")], { [one]: region, [two]: region }));
    await mark(reach, two);
    await expect(mark(reach, far)).rejects.toThrow(REFUSED);
  });

  it("lets a token read what its person reads and write nothing", async () => {
    const known = { personId: makeId(), accountId: makeId(), assignments: [at(one, "administrator")], regionOf: {} };
    const reach = reachOf({ kind: "token", tokenId: makeId(), ...known });
    expect(await designations(reach)).toEqual([one]);
    await expect(mark(reach, one)).rejects.toThrow(REFUSED);
  });

  it("keeps the worker in its one territory", async () => {
    const reach = reachOf({ kind: "system", territoryId: two });
    expect(await designations(reach)).toEqual([two]);
    await expect(mark(reach, one)).rejects.toThrow(REFUSED);
  });

  it("never shows passwords, sessions and links, whatever the reach", async () => {
    const reach = reachOf(person([at(region, "administrator", "region")], { [one]: region, [two]: region }));
    for (const table of ["credential", "session", "sign_in_link", "access_token", "calendar_feed"])
      await expect(
        world.program.database.within(reach, (tx) =>
          tx
            .selectFrom(table as "designation")
            .selectAll()
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/);
  });

  it("shows people where they stand, those of the region above too, and nobody else", async () => {
    const here = await world.person([{ role: "teacher", territoryId: one, organisationId: schools[0]! }]);
    const gone = await world.person([{ role: "officer", territoryId: one, to: "2016-01-01" }]);
    const away = await world.person([{ role: "officer", territoryId: far }]);
    const above = await world.person([{ role: "region_expert", territoryId: region }]);
    const elsewhere = await world.person([{ role: "region_expert", territoryId: otherRegion }]);
    const people = [here, gone, away, above, elsewhere].map((persona) => persona.personId);
    const seen = (reach: Reach) =>
      world.program.database.within(reach, async (tx) => [
        (await tx.selectFrom("person").where("id", "in", people).select("id").execute()).map((row) => row.id).sort(),
        (await tx.selectFrom("account").where("person_id", "in", people).select("person_id").execute())
          .map((row) => row.person_id)
          .sort(),
      ]);
    const visible = [here, gone, above].map((persona) => persona.personId).sort();
    expect(await seen(reachOf(person([at(one, "officer")])))).toEqual([visible, visible]);
    expect(await seen(NO_REACH)).toEqual([[], []]);
    expect(await seen({ ...NO_REACH, person: away.personId })).toEqual([[away.personId], [away.personId]]);
  });

  it("lets a person be corrected only where they stand, and added by nobody who writes nowhere", async () => {
    const here = await world.person([{ role: "teacher", territoryId: one, organisationId: schools[0]! }]);
    const rename = (reach: Reach) =>
      world.program.database.within(reach, (tx) =>
        tx.updateTable("person").set({ phone: "1" }).where("id", "=", here.personId).executeTakeFirst(),
      );
    expect((await rename(reachOf(person([at(two, "officer")])))).numUpdatedRows).toBe(0n);
    expect((await rename(reachOf(person([at(one, "reader")])))).numUpdatedRows).toBe(0n);
    expect((await rename(reachOf(person([at(one, "officer")])))).numUpdatedRows).toBe(1n);
    const add = (reach: Reach) =>
      world.program.database.within(reach, (tx) =>
        tx.insertInto("person").values({ id: makeId(), family_name: "Новая", given_name: "Вера" }).execute(),
      );
    await expect(add(reachOf(person([at(one, "reader")])))).rejects.toThrow(REFUSED);
    await add(reachOf(person([at(one, "officer")])));
  });

  it("lets everyone read the registry and write only their own part of it", async () => {
    const rename = (table: "organisation" | "territory", id: Id, reach: Reach) =>
      world.program.database.within(reach, async (tx) => [
        (await tx.selectFrom(table).where("id", "=", id).select("id").execute()).length,
        (await tx.updateTable(table).set({ short_name: "Иначе" }).where("id", "=", id).executeTakeFirst())
          .numUpdatedRows,
      ]);
    const officer = reachOf(person([at(one, "officer")]));
    expect(await rename("organisation", schools[0]!, officer)).toEqual([1, 1n]);
    expect(await rename("organisation", schools[1]!, officer)).toEqual([1, 0n]);
    expect(await rename("territory", two, officer)).toEqual([1, 0n]);
    const found = (parentId: Id) =>
      world.program.database.within(officer, (tx) =>
        tx
          .insertInto("territory")
          .values({ id: makeId(), kind: "municipality", parent_id: parentId, name: "Новый", short_name: "Новый" })
          .execute(),
      );
    await expect(found(region)).rejects.toThrow(REFUSED);
  });

  it("guards every table that has a territory, and people", async () => {
    const bare = await world.rows(
      `select c.relname from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id' and not a.attisdropped
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')
       and (a.attname is not null or c.relname in ('territory', 'person', 'account')) and not c.relrowsecurity order by 1`,
    );
    expect(bare).toEqual([]);
    const notForced = await world.rows(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relrowsecurity and not c.relforcerowsecurity order by 1`,
    );
    // the command line works with these as the owner of the tables
    expect(notForced.map((row) => row["relname"])).toEqual(["account", "organisation", "person", "territory"]);
  });

  it("finds the actor before any territory is known, and the reach afterwards is only theirs", async () => {
    const both = await world.person([
      { role: "officer", territoryId: one },
      { role: "officer", territoryId: far, to: "2016-01-01" },
    ]);
    const token = makeToken();
    await world.rows("select open_session($1, $2, $3, now(), now() + interval '1 hour', 'test')", [
      tokenHash(token),
      makeId(),
      both.accountId,
    ]);
    const finder = actorFinder(world.program.clock);
    const find = (secret: string) =>
      world.program.database.within(NO_REACH, async (_tx, rows) => finder.found(await rows), {
        first: finder.question({ cookies: { orientir_session: secret }, authorization: undefined }),
      });
    const { actor } = await find(token);
    expect(await designations(reachOf(actor))).toEqual([one]);
    expect((await find(makeToken())).actor).toEqual({ kind: "public" });
  });

  it("takes nothing but identifiers into a reach, and keeps a connection clean after a failure", async () => {
    const { within } = world.program.database;
    const quoted = within({ ...NO_REACH, reads: ["', true); select ('"] }, async () => "read");
    await expect(quoted).rejects.toThrow(TypeError);
    const first = { text: "select nothing_of_the_kind()", values: [] };
    await expect(within(NO_REACH, async () => "read", { first })).rejects.toThrow(/nothing_of/);
    const all = await Promise.all(Array.from({ length: 12 }, () => designations(NO_REACH)));
    expect(all.flat()).toEqual([]);
  });
});
