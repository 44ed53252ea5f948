import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#main/routes.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/** The path with identifiers that name nothing the actor can see: those of a foreign territory where the route asks for one. */
function addressOf(path: string, territoryId: string): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === "territoryId") return territoryId;
    if (name === "year") return "2021";
    if (name === "token") return "x".repeat(43);
    return makeId();
  });
  return `${filled}?territoryId=${territoryId}&version=1`;
}

/** An answer that carries no row: nothing, an empty list, or an object of empty lists and noughts. */
function isEmpty(body: unknown): boolean {
  if (body === null || body === "") return true;
  if (Array.isArray(body)) return body.length === 0;
  if (typeof body !== "object") return false;
  const told = Object.entries(body).filter(([name]) => !["page", "pageSize", "can"].includes(name));
  return (
    told.length > 0 &&
    told.every(([, value]) => value === 0 || value === null || (Array.isArray(value) && value.length === 0))
  );
}

/** What everyone may ask about themselves, whatever their roles. */
const ABOUT_ONESELF = new Set([
  "session.read",
  "session.list",
  "session.close",
  "session.revoke-others",
  "password.change",
  "factor.read",
  "factor.offer",
  "factor.codes",
  "factor.remove",
  "foreign.read",
  "foreign.unlink",
  "letter-choice.read",
  "feed.read",
  "feed.make",
  "feed.revoke",
]);

const guarded = ROUTES.filter((route) => route.policy.name !== "anyone");
const writes = ROUTES.filter((route) => route.method !== "GET");

describe("every route of the table", () => {
  let world: World;
  let outsider: Persona;
  let foreign: string;
  let bearer: Record<string, string>;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    foreign = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(foreign, "school");
    const inside = await world.person([
      { role: "administrator", territoryId: foreign },
      { role: "school_head", territoryId: foreign, organisationId: school },
    ]);
    outsider = await world.person([]);
    const token = makeToken();
    await world.rows(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, 'выгрузка', now(), now() + interval '1 day')",
      [tokenHash(token), makeId(), inside.accountId],
    );
    bearer = { authorization: `Bearer ${token}` };
  });
  afterAll(() => world.close());

  it("is met by this test at all", () => {
    expect(guarded.length).toBeGreaterThan(20);
    expect(writes.length).toBeGreaterThan(10);
    expect(new Set(ROUTES.map((route) => `${route.method} ${route.path}`)).size).toBe(ROUTES.length);
    expect(new Set(ROUTES.map((route) => route.action)).size).toBe(ROUTES.length);
  });

  it.each(guarded.map((route) => [route.action, route] as const))("%s answers the public 401", async (_, route) => {
    const answer = await world.public.call(route.method, addressOf(route.path, foreign), {});
    expect([answer.status, answer.body.code]).toEqual([401, "not-signed-in"]);
  });

  it.each(guarded.filter((route) => !ABOUT_ONESELF.has(route.action)).map((route) => [route.action, route] as const))(
    "%s gives a person without roles nothing",
    async (_, route) => {
      const answer = await outsider.call(
        route.method,
        addressOf(route.path, foreign),
        route.method === "GET" ? undefined : {},
      );
      // 422: the body is refused before anything is looked at, so it tells nothing
      const nothing = answer.status === 200 ? isEmpty(answer.body) : [403, 404, 422].includes(answer.status);
      expect([answer.status, answer.body, nothing]).toEqual([answer.status, answer.body, true]);
    },
  );

  it.each(writes.filter((route) => route.policy.name !== "anyone").map((route) => [route.action, route] as const))(
    "%s refuses a token",
    async (_, route) => {
      const answer = await world.public.call(route.method, addressOf(route.path, foreign), {}, bearer);
      expect(answer.status).toBe(403);
    },
  );
});
