import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, cookiesOf } from "../support/sign-in-steps.ts";
import { openWorld, type World } from "../support/world.ts";

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
