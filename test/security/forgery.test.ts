import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#main/routes.ts";
import { personOnly, route } from "#platform/http/route.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const writes = ROUTES.filter(({ method }) => method !== "GET");
const address = (path: string) => path.replace(/:(\w+)/g, () => makeId());

/** A reading route that a careless hand made write. */
const careless = route({
  method: "GET",
  path: "/api/careless",
  action: "test.careless",
  summary: "writes while it should read",
  policy: personOnly,
  problems: {},
  touches: ["person"],
  handle: async ({ tx }) => {
    await tx.updateTable("person").set({ phone: "1" }).execute();
    return {};
  },
});

describe("a page of another site", () => {
  let world: World;
  let admin: Persona;
  const log: string[] = [];
  beforeAll(async () => {
    world = await openWorld({ extraRoutes: [careless], log: (line) => log.push(line) });
    const region = await world.territory({ kind: "region" });
    admin = await world.person([{ role: "administrator", territoryId: region }]);
  });
  afterAll(() => world.close());

  it("is met at every writing route of the table", () => {
    expect(writes.length).toBeGreaterThan(50);
  });

  it.each(writes.map((one) => [one.action, one] as const))(
    "cannot ask for %s: the header that it may not set is wanted",
    async (_, { method, path }) => {
      const { status, body } = await admin.call(method, address(path), {}, { "x-orientir": "" });
      expect([status, body.code]).toEqual([403, "not-allowed"]);
    },
  );

  it("cannot ask with the password that the browser itself adds where one stands before the whole site", async () => {
    const basic = { "x-orientir": "", authorization: "Basic dTpw" };
    const { status, body } = await admin.call("PATCH", `/api/people/${makeId()}`, {}, basic);
    expect([status, body.code]).toEqual([403, "not-allowed"]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/xml"])(
    "cannot send a form as %s",
    async (type) => {
      const { status } = await admin.call("PATCH", `/api/people/${makeId()}`, "a=1", { "content-type": type });
      expect(status).toBe(422);
    },
  );

  it("is not answered a preflight", async () => {
    const reply = await world.program.server.inject({
      method: "OPTIONS",
      url: "/api/session",
      headers: {
        origin: "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "x-orientir",
      },
    });
    expect([reply.statusCode, reply.headers["access-control-allow-origin"]]).toEqual([404, undefined]);
  });

  it("changes nothing by reading: a reading route cannot write, whatever it tries", async () => {
    const before = await world.rows("select phone from person where id = $1", [admin.personId]);
    expect((await admin.call("GET", "/api/careless")).status).toBeGreaterThanOrEqual(500);
    expect(await world.rows("select phone from person where id = $1", [admin.personId])).toEqual(before);
    expect(log.join()).toContain("25006");
  });

  it("cannot change the method of a request by a header or a field", async () => {
    for (const name of ["x-http-method-override", "x-method-override"]) {
      const { status, body } = await admin.call("GET", "/api/session?_method=DELETE", undefined, { [name]: "DELETE" });
      expect([status, body.account.id]).toEqual([200, admin.accountId]);
    }
    expect((await admin.call("GET", "/api/session")).status).toBe(200);
  });
});
