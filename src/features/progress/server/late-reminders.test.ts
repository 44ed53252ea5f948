import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { freePort, openMailServer, readable } from "../../../../test/support/mail-server.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

let world: World;
let town: Id;
let schools: Id[];
let officer: Persona;
let colleague: Persona;
let heads: Persona[];
let stranger: Persona;
let mail: Awaited<ReturnType<typeof openMailServer>>;

const key = (at: number) => `organisation:${schools[at]}`;
const ready = (who: Persona) => who.call("GET", `/api/progress/late-reminders?territoryId=${town}`);
const send = (who: Persona, reminders: readonly { bearer: string; text: string }[], byLetter = true) =>
  who.call("POST", "/api/progress/late-reminders", { territoryId: town, byLetter, reminders });
const noticesOf = async (who: Persona) =>
  (await who.call("GET", "/api/notices")).body.rows.filter((row: { kind: string }) => row.kind === "late-reminder");

beforeAll(async () => {
  mail = await openMailServer(await freePort());
  world = await openWorld({
    now: "2026-10-22T09:00:00+03:00",
    installation: {
      publicUrl: "https://orientir.example.test",
      smtpUrl: `smtp://127.0.0.1:${mail.port}`,
      mailFrom: "Ориентир <orientir@example.test>",
    },
  });
  const region = await world.territory({ kind: "region" });
  town = await world.territory({ kind: "municipality", parentId: region });
  schools = [];
  for (const at of [1, 2, 3, 4, 5]) schools.push(await world.organisation(town, "school", `СОШ № ${at}`));
  officer = await world.person([{ role: "officer", territoryId: town }]);
  colleague = await world.person([{ role: "officer", territoryId: town }]);
  heads = [];
  // nobody answers for the third
  for (const at of [0, 1, 3, 4])
    heads.push(await world.person([{ role: "school_head", territoryId: town, organisationId: schools[at]! }]));
  stranger = await world.person([
    { role: "officer", territoryId: await world.territory({ kind: "municipality", parentId: region }) },
  ]);
  await world.rows("update account set login = 'severova@example.test' where id = $1", [heads[0]!.accountId]);
  await world.rows("update account set login = 'gusev' where id = $1", [heads[1]!.accountId]);
  await world.rows("update account set login = 'pozdnyaya@example.test' where id = $1", [heads[2]!.accountId]);
  await world.rows("update account set login = 'tikhaya@example.test' where id = $1", [heads[3]!.accountId]);
  await world.rows("insert into letter_choice (person_id, rhythm) values ($1, 'never')", [heads[3]!.personId]);
  const windows = [{ from: "2026-09-01", to: "2026-10-01" }];
  const given = await givenProgramme(world, town, [
    {
      title: "Открытый доклад",
      cadence: [{ kind: "window", windows, freq: null }],
      parties: schools.map((id) => ({ audience: { kind: "organisation" as const, id } })),
    },
  ]);
  await replan(world, town, given.programmeId);
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

describe("a ready reminder", () => {
  it("is not for the public, for schools, nor for another district", async () => {
    expect((await ready(world.public)).status).toBe(401);
    expect((await ready(stranger)).status).toBe(404);
    expect((await ready(heads[0]!)).body.reminders).toEqual([]);
    const one = [{ bearer: key(0), text: "Чужое" }];
    expect((await send(heads[0]!, one)).status).toBe(403);
    expect((await send(heads[1]!, one)).status).toBe(404);
    expect((await send(stranger, one)).status).toBe(404);
    expect((await send(officer, [{ bearer: "organisation:nobody", text: "Кому-то" }])).status).toBe(404);
    for (const wrong of [[], [...one, ...one], [{ bearer: key(0), text: "  " }]])
      expect((await send(officer, wrong)).status).toBe(422);
    expect(await noticesOf(heads[0]!)).toEqual([]);
  });

  it("says what is late and whom it reaches", async () => {
    const { body } = await ready(officer);
    expect(body.mail).toBe(true);
    const found = body.reminders.map((one: { name: string; late: number; people: number; letters: number }) => [
      one.name,
      one.late,
      one.people,
      one.letters,
    ]);
    expect(found).toEqual([
      ["СОШ № 1", 1, 1, 1],
      ["СОШ № 2", 1, 1, 0],
      ["СОШ № 3", 1, 0, 0],
      ["СОШ № 4", 1, 1, 1],
      // wants no letters
      ["СОШ № 5", 1, 1, 0],
    ]);
    expect(body.reminders[0].text.replaceAll("\u00a0", " ")).toContain("1.1 Открытый доклад: срок 1 октября 2026");
  });

  it("goes to several at once, each with its own words, and is told by its row where it cannot", async () => {
    const reminders = [0, 1, 2].map((at) => ({ bearer: key(at), text: `Ждём доклад\nСтрока ${at + 1}` }));
    const { body } = await send(officer, reminders);
    expect(body.done).toEqual(
      expect.arrayContaining([
        { bearer: key(0), people: 1, letters: 1 },
        { bearer: key(1), people: 1, letters: 0 },
      ]),
    );
    expect(body.refused.map((one: { id: string; code: string }) => [one.id, one.code])).toEqual([
      [key(2), "nobody-to-remind"],
    ]);
    expect((await noticesOf(heads[0]!)).map((row: { text: string }) => row.text)).toEqual(["Ждём доклад\nСтрока 1"]);
    await world.settle();
    expect(mail.letters).toHaveLength(1);
    const letter = readable(mail.letters[0]!);
    expect(letter).toContain("Строка 1");
    expect(letter).toContain("https://orientir.example.test/todo");
    const noted = await world.rows("select subject_id, detail from journal where action = 'late.remind'");
    expect(noted.map((row) => row["subject_id"]).sort()).toEqual([schools[0], schools[1]].sort());
  });

  it("is no letter to whoever wants none, and none at night", async () => {
    const hour = (at: string) => {
      (world.program.clock as { now(): Date }).now = () => new Date(`2026-10-22T${at}:00+03:00`);
    };
    hour("22:30");
    const { body } = await send(
      officer,
      [3, 4].map((at) => ({ bearer: key(at), text: "Ждём доклад" })),
    );
    const letters = body.done.map((one: { bearer: string; letters: number }) => [one.bearer, one.letters]);
    expect(new Map(letters)).toEqual(
      new Map([
        [key(3), 1],
        [key(4), 0],
      ]),
    );
    expect([await noticesOf(heads[2]!), await noticesOf(heads[3]!)].map((rows) => rows.length)).toEqual([1, 1]);
    const later = "select 1 from pgboss.job where name = 'letter-send' and start_after > now() + interval '5 hours'";
    await expect.poll(async () => (await world.rows(later)).length).toBe(1);
    expect(mail.letters).toHaveLength(1);
    hour("09:00");
  });

  it("goes once a day, whoever presses", async () => {
    const { body } = await send(colleague, [{ bearer: key(0), text: "Ещё раз" }]);
    expect([body.done, body.refused[0].code]).toEqual([[], "reminded-today"]);
    expect(await noticesOf(heads[0]!)).toHaveLength(1);
    expect((await ready(officer)).body.reminders[0].remindedOn).toBe("2026-10-22");
    const late = (await officer.call("GET", `/api/progress/late?territoryId=${town}`)).body.bearers;
    const row = late.find((one: { key: string }) => one.key === key(0));
    expect(row.remindedOn).toBe("2026-10-22");
  });

  it("is found from a ticked row by its bearer, a person too", async () => {
    const list = () => officer.call("GET", `/api/progress/rows?territoryId=${town}&state=late`);
    const third = (await list()).body.rows.find((row: { bearerKey: string }) => row.bearerKey === key(2));
    await officer.call("POST", "/api/obligations/reassigned", {
      territoryId: town,
      bearer: { kind: "person", id: heads[1]!.personId },
      reason: "Школа закрыта",
      rows: [{ id: third.id, version: third.version }],
    });
    const keys = new Set((await list()).body.rows.map((row: { bearerKey: string }) => row.bearerKey));
    expect([...keys]).toContain(`person:${heads[1]!.personId}`);
    const told = (await ready(officer)).body.reminders.map((one: { key: string }) => one.key);
    expect([...keys].sort()).toEqual([...told].sort());
  });
});
