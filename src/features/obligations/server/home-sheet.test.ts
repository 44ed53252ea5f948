import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import type { ObligationRow, SchoolHome } from "../model/contract.ts";
import { STATE_WORD } from "../model/text.ts";

let given: ProgressWorld;
beforeAll(async () => {
  given = await openProgressWorld(15);
});
afterAll(() => given.world.close());

const pathOf = (kind: string, { town, schools }: ProgressWorld) =>
  `/api/obligations/home${kind}?territoryId=${town}&organisationId=${schools[0]}`;

it("the workbook of a home is nobody's of another territory", async () => {
  const { personas, world } = given;
  for (const persona of [personas.foreign, personas.nobody])
    expect((await persona.call("GET", pathOf(".xlsx", given))).status).toBe(404);
  expect((await world.public.call("GET", pathOf(".xlsx", given))).status).toBe(401);
});

it("holds each row of the home once, by due day, with its state; a teacher's only what was handed over", async () => {
  for (const persona of [given.personas.school, given.personas.teacher]) {
    const home: SchoolHome = await get(persona, pathOf("", given));
    const rows = Object.values(home)
      .filter((group): group is ObligationRow[] => Array.isArray(group))
      .flat();
    expect(rows.length).toBeGreaterThan(0);
    const answer = await persona.call("GET", pathOf(".xlsx", given));
    const [sheet] = (await readXlsx(new Uint8Array(answer.raw))).sheets;
    const [head, ...told] = sheet!.rows;
    const at = (title: string) => head!.indexOf(title);
    const days = told.map((row) => (row[at("Срок")] as Date).toISOString().slice(0, 10));
    expect(days).toEqual([...days].sort());
    expect(told.map((row, no) => [row[at("Мероприятие")], days[no], row[at("Состояние")]].join()).sort()).toEqual(
      rows.map((row) => [row.measureTitle, row.dueOn, STATE_WORD[row.state]].join()).sort(),
    );
  }
});
