import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { USUAL_RULES } from "../model/rules.ts";

describe("the rules of reminders", () => {
  let world: World;
  let town: Id;
  let officer: Persona;
  const others = {} as Record<"administrator" | "above" | "head" | "reader" | "foreign", Persona>;
  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    officer = await world.person([{ role: "officer", territoryId: town }]);
    others.administrator = await world.person([{ role: "administrator", territoryId: town }]);
    others.above = await world.person([{ role: "authority_head", territoryId: town }]);
    others.head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
    others.reader = await world.person([{ role: "reader", territoryId: town }]);
    others.foreign = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const path = () => `/api/reminder-rules?territoryId=${town}`;
  const save = (persona: Persona, body: object) => persona.call("PUT", `/api/reminder-rules/${town}`, body);

  it("are nobody's beyond the territory, and changed by those alone who administer it", async () => {
    expect((await world.public.call("GET", path())).status).toBe(401);
    expect((await others.foreign.call("GET", path())).status).toBe(404);
    const body = { ...USUAL_RULES, version: null };
    expect((await save(world.public, body)).status).toBe(401);
    expect((await save(others.foreign, body)).status).toBe(404);
    for (const who of ["above", "head", "reader"] as const)
      expect([who, (await save(others[who], body)).status]).toEqual([who, 403]);
    expect(await world.rows("select from reminder_rules")).toEqual([]);
  });

  it("are the usual ones until they are set; a fault stands at its field and changes nothing", async () => {
    const { body } = await others.head.call("GET", path());
    expect(body).toMatchObject({ rules: USUAL_RULES, version: null, can: { edit: false } });
    const refused = await save(officer, { ...USUAL_RULES, earlyDays: 0, sendHour: 22, version: null });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.fields)).toContain("earlyDays");
    const quiet = await save(officer, { ...USUAL_RULES, sendHour: 22, version: null });
    expect(Object.keys(quiet.body.fields)).toEqual(["sendHour"]);
    expect((await others.head.call("GET", path())).body.version).toBeNull();
  });

  it("are changed over what was read, and the journal tells what was before", async () => {
    const rules = { ...USUAL_RULES, earlyDays: 10, escalatesTo: "administrator" };
    expect((await save(officer, { ...rules, version: null })).status).toBe(200);
    const stale = await save(others.administrator, { ...USUAL_RULES, weekly: false, version: null });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect(stale.body.extra ?? stale.body).toMatchObject({ stored: { earlyDays: 10, version: 1 } });
    expect((await save(others.administrator, { ...rules, weekly: false, version: 1 })).status).toBe(200);
    expect((await officer.call("GET", path())).body).toMatchObject({ rules: { ...rules, weekly: false }, version: 2 });
    const { body } = await others.administrator.call("GET", `/api/journal?territoryId=${town}&action=reminder-rules`);
    expect(JSON.stringify(body)).toContain("Первое напоминание, дней до срока");
    expect(JSON.stringify(body)).toContain("администратор");
  });

  it("of letters are each person's own", async () => {
    const choice = (persona: Persona) => persona.call("GET", "/api/letter-choice");
    expect((await world.public.call("GET", "/api/letter-choice")).status).toBe(401);
    expect((await choice(others.reader)).body).toMatchObject({ rhythm: "daily", version: null, mail: false });
    const put = (persona: Persona, body: object) => persona.call("PUT", "/api/letter-choice", body);
    expect((await put(others.reader, { rhythm: "hourly", version: null })).status).toBe(422);
    expect((await put(others.reader, { rhythm: "weekly", version: null })).status).toBe(200);
    expect((await put(others.reader, { rhythm: "never", version: null })).status).toBe(409);
    expect((await choice(others.reader)).body).toMatchObject({ rhythm: "weekly", version: 1 });
    expect((await choice(officer)).body).toMatchObject({ rhythm: "daily", version: null });
  });
});
