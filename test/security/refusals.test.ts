import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalsWorthNoting } from "#platform/http/refusals.ts";
import type { Answered } from "#platform/http/answered.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("a refusal for want of rights", () => {
  let world: World;
  const answered: Answered[] = [];
  let town: string;
  let other: string;
  let school: string;
  let head: Persona;
  let administrator: Persona;
  const teacher = () => world.person([{ role: "reader", territoryId: town }]);

  beforeAll(async () => {
    world = await openWorld({ log: () => {}, answered: (one) => answered.push(one) });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    other = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(town, "school");
    head = await world.person([{ role: "authority_head", territoryId: town }]);
    administrator = await world.person([{ role: "administrator", territoryId: other }]);
  });
  afterAll(() => world.close());

  const tries = async (who: Persona, headers = {}) => {
    const body = { territoryId: town, code: "ОО", audience: { kind: "organisation", id: school }, version: null };
    return who.call("PUT", "/api/role-codes", body, headers);
  };
  const notesOf = ({ personId }: Persona) =>
    world.rows<{ territory_id: string; subject_id: string; detail: { wanted: string }; origin_id: string | null }>(
      "select * from journal where action = 'access.refuse' and person_id = $1 order by at",
      [personId],
    );

  it("is found by the head of the place: who, what and from where, once for each deed", async () => {
    const who = await teacher();
    for (const _ of [1, 2, 3]) expect((await tries(who)).status).toBe(403);
    const notes = await notesOf(who);
    expect(notes.map((note) => [note.territory_id, note.subject_id, note.detail])).toEqual([
      [town, who.accountId, { wanted: "role-code.save" }],
    ]);
    expect(notes[0]!.origin_id).not.toBeNull();
    const found = await head.call("GET", `/api/journal?territoryId=${town}&action=access&person=${who.personId}`);
    expect(found.status).toBe(200);
    expect(JSON.stringify(found.body)).toContain("Записано значение слова");
    // another place reads nothing of it
    const there = await administrator.call("GET", `/api/journal?territoryId=${other}&action=access`);
    expect([there.status, JSON.stringify(there.body).includes("role-code")]).toEqual([200, false]);
  });

  it("of a program with a token is a note too, and of a page of another site", async () => {
    const who = await teacher();
    const secret = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(secret), makeId(), who.accountId],
    );
    expect((await tries(world.public, { authorization: `Bearer ${secret}` })).status).toBe(403);
    expect((await notesOf(who)).length).toBe(1);
    const forged = await teacher();
    expect((await tries(forged, { "x-orientir": "" })).status).toBe(403);
    expect((await notesOf(forged)).length).toBe(1);
  });

  it("of what stands at another place is a note of its own: it was not said that there is such a thing", async () => {
    const stranger = await world.person([{ role: "officer", territoryId: other }]);
    expect((await tries(stranger)).status).toBe(404);
    const noted = await world.rows("select action, territory_id, detail from journal where person_id = $1", [
      stranger.personId,
    ]);
    expect(noted).toEqual([{ action: "access.miss", territory_id: other, detail: { wanted: "role-code.save" } }]);
    // to look for what is not there is nothing: a page that was open since yesterday does that
    expect((await stranger.call("GET", `/api/people/${town}/${makeId()}`)).status).toBe(404);
    expect((await world.rows("select 1 as one from journal where person_id = $1", [stranger.personId])).length).toBe(1);
  });

  it("of nobody leaves the journal alone, as does a deed that is allowed", async () => {
    const before = await world.rows("select id from journal where action = 'access.refuse'");
    expect((await tries(world.public)).status).toBe(401);
    expect((await head.call("GET", "/api/session")).status).toBe(200);
    expect(await world.rows("select id from journal where action = 'access.refuse'")).toEqual(before);
  });

  it("is told to logs and metrics by its code, without anybody's name", async () => {
    answered.length = 0;
    const who = await teacher();
    await tries(who);
    await tries(world.public);
    await who.call("GET", `/api/people/${town}/${makeId()}`);
    await head.call("GET", "/api/session");
    expect(answered.map(({ status, refusal }) => [status, refusal])).toEqual([
      [403, "not-allowed"],
      [401, "not-signed-in"],
      [404, "not-found"],
      [200, undefined],
    ]);
    expect(JSON.stringify(answered)).not.toMatch(new RegExp(`${who.personId}|${who.accountId}|example`));
  });
});

describe("notes of refusals under an attack", () => {
  it("are twenty of one person and five hundred of all in an hour, and begin anew in the next", () => {
    let now = 0;
    const worth = refusalsWorthNoting(() => now);
    const tried = (account: string, deeds: number) =>
      Array.from({ length: deeds }, (_, at) => worth.take(account, `deed.${at}`)).filter(Boolean).length;
    expect([tried("one", 1000), tried("one", 1000), tried("two", 5)]).toEqual([20, 0, 5]);
    const people = Array.from({ length: 100 }, (_, at) => tried(`p${at}`, 20));
    expect(people.reduce((sum, each) => sum + each, 25)).toBe(500);
    expect(worth.full()).toBe(true);
    now = 3_600_000;
    expect([worth.full(), tried("one", 1000)]).toEqual([false, 20]);
  });
});
