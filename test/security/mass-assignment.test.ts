import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ROUTES } from "#main/routes.ts";
import { makeId } from "#shared/ids.ts";
import type { Route } from "#platform/http/route.ts";
import { bodyOf, schemaOf, type Aim } from "../probe/aims.ts";
import { FORMS, type Known } from "../probe/forms.ts";
import type { Registry } from "../probe/registry.ts";
import { openTwoMunicipalities } from "../access/two-municipalities.ts";

const FOREIGN = {
  id: makeId(),
  territoryId: makeId(),
  territory_id: makeId(),
  personId: makeId(),
  role: "administrator",
  roles: ["administrator"],
  status: "accepted",
  state: "accepted",
  version: 999,
  isAdmin: true,
  isDemo: true,
  createdAt: "2001-01-01T00:00:00Z",
  can: { edit: true },
};

const none = (): [] => [];
const REGISTRY: Registry = { byId: new Map(), byMark: new Map(), of: none };
const KNOWN = {
  password: "пароль для пробы",
  logins: new Map(),
  invitations: new Map(),
  feeds: new Map(),
  stamps: new Map(),
  rowKeys: new Map(),
  workbooks: new Map(),
  doubts: new Map(),
  cookies: new Map(),
  recoveryCode: "123456789012",
  firstCode: () => "123456",
} as Known;
const ids = Object.fromEntries(
  "territoryId organisationId programmeId measureId roadmapId sectionId personId parentId accountId"
    .split(" ")
    .map((name) => [name, makeId()]),
);
const AIM: Aim = {
  territoryId: ids["territoryId"] as string,
  row: undefined,
  ids: { ...ids, version: 1, obligationIds: [makeId()] },
};

const bodied = ROUTES.filter((route) => route.body !== undefined);

/** The same value with foreign fields in every object that the schema declares. */
function laden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(laden);
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).map(([name, one]) => [name, laden(one)]);
  return { ...FOREIGN, ...JSON.parse('{"__proto__":{"isAdmin":true}}'), ...Object.fromEntries(own) };
}

function valid(route: Route): unknown {
  return bodyOf(route, AIM, FORMS[route.action]?.(AIM, REGISTRY, KNOWN) ?? {});
}

/** Places of a schema that would take anything in. */
function openPlaces(schema: unknown, at = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const one = schema as Record<string, unknown>;
  const own = one["additionalProperties"];
  const isOpen = own === true || (typeof own === "object" && own !== null && Object.keys(own).length === 0);
  return [
    ...(isOpen ? [at] : []),
    ...Object.entries(one).flatMap(([name, inner]) => openPlaces(inner, `${at}/${name}`)),
  ];
}

describe("fields that nobody asked for", () => {
  it("are tried at every route with a body", () => {
    expect(bodied.length).toBeGreaterThan(45);
    const whole = bodied.filter((route) => z.safeParse(route.body!, valid(route)).success);
    expect(whole.length / bodied.length).toBeGreaterThan(0.85);
  });

  it.each(bodied.map((route) => [route.action, route] as const))("are dropped by the contract of %s", (_, route) => {
    expect(openPlaces(schemaOf(route.body!))).toEqual([]);
    const body = valid(route);
    const plain = z.safeParse(route.body!, body);
    const loaded = z.safeParse(route.body!, laden(body));
    expect([loaded.success, loaded.data]).toEqual([plain.success, plain.data]);
  });

  it("never become properties of every object", () => {
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  });

  describe("in the running program", () => {
    let given: Awaited<ReturnType<typeof openTwoMunicipalities>>;
    beforeAll(async () => {
      given = await openTwoMunicipalities();
    });
    afterAll(() => given.world.close());

    it("change neither the place, nor the state, nor the role, nor the version of what is written", async () => {
      const { world, admin, one, school } = given;
      const person = { familyName: "Ильина", givenName: "Вера", patronymic: "", phone: "", join: false, login: null };
      const position = { organisationId: school, name: "учитель", from: "2021-09-01" };
      const added = await admin.call("POST", "/api/people", {
        ...FOREIGN,
        ...person,
        territoryId: one,
        position: { ...FOREIGN, ...position },
        role: null,
      });
      expect(added.status).toBe(200);
      const rows = await world.rows("select version, family_name from person where id = $1", [added.body.id]);
      expect(rows).toEqual([{ version: 1, family_name: "Ильина" }]);
      expect(await world.rows("select 1 from role_assignment where person_id = $1", [added.body.id])).toEqual([]);
      expect(await world.rows("select territory_id from membership where person_id = $1", [added.body.id])).toEqual([
        { territory_id: one },
      ]);
    });

    it.each(['{"__proto__":{"role":"administrator"}}', '{"constructor":{"prototype":{"isAdmin":true}}}'])(
      "of the language itself are refused: %s",
      async (payload) => {
        const headers = { "x-orientir": "1", "content-type": "application/json" };
        const reply = await given.world.program.server.inject({
          method: "POST",
          url: "/api/session",
          headers,
          payload,
        });
        expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, "bad-request"]);
        expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
      },
    );
  });
});
