import { afterAll, beforeAll, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

let world: World;
let territory: Id;
let head: Persona;
let officer: Persona;
let programmeId: Id;
let measureId: Id;
let obligationId: Id;
let plannedValueId: Id;

/** One school, one measure «2026–2027 годы» that happens once, with a plan for each year and one beyond them. */
beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  territory = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  const school = await world.organisation(territory, "school", "СОШ № 3");
  head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
  officer = await world.person([{ role: "officer", territoryId: territory }]);
  const given = await givenProgramme(world, territory, [
    {
      cadence: [{ kind: "window", windows: [{ from: "2026-01-01", to: "2027-12-31" }], freq: null }],
      parties: [{ audience: { kind: "organisation", id: school } }],
      plan: { year: 2026, text: "3", value: 3 },
    },
  ]);
  programmeId = given.programmeId;
  measureId = given.measureIds[0]!;
  plannedValueId = given.plannedIds[0]!;
  await world.rows(
    "insert into planned_year (territory_id, planned_value_id, year, text, value) values ($1, $2, 2027, '5', 5), ($1, $2, 2028, '7', 7)",
    [territory, plannedValueId],
  );
  await replan(world, territory, programmeId);
  const [row] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [programmeId]);
  obligationId = row!.id;
});
afterAll(() => world.close());

const fact = (year: number, value: unknown) => ({ obligationId, plannedValueId, year, value, denominator: null });
const content = (values: readonly ReturnType<typeof fact>[], doneOn = "2026-10-14") => ({
  kind: "done",
  text: "Провели",
  doneOn,
  reason: "",
  obligationIds: [obligationId],
  values,
  evidence: [],
});

it("refuses words in place of a number and repeats them", async () => {
  const answer = await head.call("POST", "/api/reports", {
    territoryId: territory,
    content: content([fact(2026, "12 школ")]),
  });
  expect([answer.status, answer.body.fields["content.values.0.value"]]).toEqual([
    422,
    "«12 школ» не похоже на число. Напишите только цифры.",
  ]);
});

it("asks a fact for every planned year that one report covers, and counts each for its year", async () => {
  const card = await head.call("GET", `/api/obligations/${territory}/${obligationId}`);
  const plans = card.body.plannedValues.map(({ year, text }: { year: number; text: string }) => [year, text]);
  expect(plans).toEqual([
    [2026, "3"],
    [2027, "5"],
  ]);
  const draft = await head.call("POST", "/api/reports", {
    territoryId: territory,
    content: content([fact(2026, 4), fact(2028, 9)], "2026-12-01"),
  });
  expect(draft.body.values).toEqual([fact(2026, 4)]);
  // a draft keeps a day to come; it is sent only when the day has come
  expect(draft.body.doneOn).toBe("2026-12-01");
  const send = (values: readonly ReturnType<typeof fact>[], doneOn?: string) =>
    head.call("POST", `/api/reports/${territory}/${draft.body.id}/submit`, {
      version: draft.body.version,
      content: content(values, doneOn),
    });
  const early = await send([fact(2026, 4)], "2026-12-01");
  expect([early.status, early.body.fields]).toEqual([
    422,
    {
      [`values.${obligationId}.${plannedValueId}.2027`]: "Укажите, сколько получилось: «Открытый доклад» за 2027 год.",
      doneOn: "Эта дата ещё не наступила. Укажите день, когда мероприятие уже выполнено.",
    },
  ]);
  const sent = await send([fact(2026, 4), fact(2027, 6)]);
  await officer.call("POST", `/api/reports/${territory}/${sent.body.id}/accept`, { version: sent.body.version });
  const page = await officer.call("GET", `/api/progress/measures/${territory}/${measureId}`);
  expect(
    page.body.values[0].years.map(({ year, fact: got }: { year: number; fact: number | null }) => [year, got]),
  ).toEqual([
    [2026, 4],
    [2027, 6],
    [2028, null],
  ]);
});
