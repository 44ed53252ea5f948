import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "#platform/auth/secrets.ts";
import { atSignIn, codeOf, cookiesOf, PASSWORD } from "../support/sign-in-steps.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("somebody's second step", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("is taken off by who governs the account, and by nobody else", async () => {
    const { setUp, firstStep, whoAmI } = atSignIn(world);
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    const officer = await world.person([{ role: "administrator", territoryId: town }]);
    const school = await world.organisation(town, "school");
    const reader = await world.person([{ role: "reader", territoryId: town }]);
    const deputy = await world.person([{ role: "deputy", territoryId: town, organisationId: school }]);
    const person = await world.person([{ role: "teacher", territoryId: town, organisationId: school }]);
    await world.rows("select set_credential($1, $2, now())", [person.accountId, await hashPassword(PASSWORD)]);
    const [{ login }] = (await world.rows("select login from account where id = $1", [person.accountId])) as [any];
    const { cookies } = await setUp(login);
    const path = `/api/people/${person.personId}`;
    const reset = (by: Persona) => by.call("POST", `${path}/factor/reset`, { territoryId: town });
    expect([(await reset(reader)).status, (await reset(deputy)).status]).toEqual([404, 403]);
    expect((await officer.call("GET", `${path}?territoryId=${town}`)).body.account.secondFactor).toBe(true);
    expect((await reset(officer)).status).toBe(200);
    expect((await officer.call("GET", `${path}?territoryId=${town}`)).body.account.secondFactor).toBe(false);
    expect(await whoAmI(cookies)).toBe(401);
    expect((await firstStep(login)).answer.body.codeAsked).toBe(false);
    expect(
      await world.rows("select from journal where action = 'factor.reset' and subject_id = $1", [person.personId]),
    ).toHaveLength(1);
    expect((await reset(officer)).body.code).toBe("no-factor");
    await firstStep(login);
    expect((await officer.call("POST", `${path}/account/leaving`, { territoryId: town })).status).toBe(200);
    expect(await world.rows("select from session where account_id = $1", [person.accountId])).toHaveLength(0);
  });
});

describe("where the second step is required", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ installation: { secondFactor: "officers" } });
  });
  afterAll(() => world.close());

  it("answers nothing else until it is set up, and it cannot be taken off", async () => {
    const region = await world.territory({ kind: "region" });
    const town = await world.territory({ kind: "municipality", parentId: region });
    const officer = await world.person([{ role: "officer", territoryId: town }]);
    const school = await world.organisation(town, "school");
    const head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    expect((await head.call("GET", `/api/people?territoryId=${town}`)).status).toBe(200);
    for (const path of [`/api/people?territoryId=${town}`, `/api/programmes?territoryId=${town}`, "/api/sessions"]) {
      const barred = await officer.call("GET", path);
      expect([path, barred.status, barred.body.code]).toEqual([path, 403, "second-factor-missing"]);
    }
    const write = await officer.call("POST", "/api/people", { territoryId: town });
    expect([write.status, write.body.code]).toEqual([403, "second-factor-missing"]);
    expect((await officer.call("GET", "/api/session")).body.owesFactor).toBe(true);
    const { body: offer } = await officer.call("POST", "/api/factor/offer");
    const set = await officer.call("POST", "/api/factor", { code: codeOf(offer.secret) });
    const cookie = `orientir_session=${cookiesOf(set)["orientir_session"]}`;
    const after = (method: "GET" | "DELETE", path: string) => world.public.call(method, path, undefined, { cookie });
    expect((await after("GET", `/api/people?territoryId=${town}`)).status).toBe(200);
    expect((await after("GET", "/api/session")).body.owesFactor).toBe(false);
    const removal = await after("DELETE", "/api/factor");
    expect([removal.status, removal.body.code]).toEqual([409, "factor-required"]);
  });
});
