import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import type { Id } from "#shared/ids.ts";
import type { Execution } from "../model/execution.ts";
import {
  count,
  get,
  openProgressWorld,
  opens,
  SEEING,
  type ProgressWorld,
} from "../../../../test/support/progress-world.ts";

const OF_ROW = { bearer: "bearer", section: "sectionId", measure: "measureId" } as const;

describe("the heat map narrowed", () => {
  let w: ProgressWorld;
  let town: Id;
  beforeAll(async () => {
    w = await openProgressWorld(41);
    town = w.town;
  });
  afterAll(() => w.world.close());

  const path = (query = "", suffix = "") =>
    `/api/progress/programmes/${town}/${w.given.programmeId}/execution${suffix}${query}`;
  const within = (name: string) =>
    w.raw.filter(
      (row) => row.programme_id === w.given.programmeId && row.due_on.startsWith("2026") && w.sees[name]!(row),
    );

  it("is refused to whoever does not see the programme, and by a section of another programme", async () => {
    const [section] = w.given.sectionIds;
    expect((await w.personas.foreign.call("GET", path(`?sectionId=${section}`))).status).toBe(404);
    expect((await w.personas.officer.call("GET", path(`?sectionId=${w.own.sectionIds[0]}`))).status).toBe(404);
  });

  it.each(SEEING)("%s: to a section, whose bearers it holds with the sections inside", async (name) => {
    const [one, inner] = w.given.sectionIds;
    const map: Execution = await get(w.personas[name], path(`?year=2026&sectionId=${one}`));
    const rows = within(name).filter(({ section_id: id }) => id === one || id === inner);
    expect(map.section).toMatchObject({ id: one, parentId: null, name: "1 Готовим основу" });
    expect(map.foot.total).toEqual(count(rows));
    for (const row of map.rows) {
      expect(row.kind).toBe("bearer");
      const own = rows.filter((each) => each.bearer_organisation_id === row.organisationId);
      expect(row.total).toEqual(count(own));
    }
    const [first] = map.rows;
    const period = { from: map.months[0]!.from, to: map.months[11]!.to } as never;
    if (first)
      await opens(w.personas[name], { territoryId: town, sectionId: one, bearer: first.key, period }, first.total);
  });

  it.each(["officer", "curator", "region"] as const)(
    "%s: to a bearer, whose sections and measures are its rows",
    async (name) => {
      const school = w.schools[1]!;
      const bearer = encodeURIComponent(`organisation:${school}`);
      const rows = within(name).filter((row) => row.bearer_organisation_id === school);
      const inSection = new Map<Id | null, Id[]>();
      const [one, inner, two] = w.given.sectionIds;
      inSection.set(one, [one, inner]).set(two, [two]).set(inner, [inner]);
      for (const under of [null, one]) {
        const map: Execution = await get(
          w.personas[name],
          path(`?year=2026&bearer=${bearer}${under ? `&sectionId=${under}` : ""}`),
        );
        expect(map.bearer!.name).toBe("СОШ № 2");
        let sum = 0;
        for (const row of map.rows) {
          const own = rows.filter((each) =>
            row.kind === "measure" ? each.measure_id === row.key : inSection.get(row.key)!.includes(each.section_id!),
          );
          expect([row.name, row.total]).toEqual([row.name, count(own)]);
          sum += row.total.due;
          const period = { from: map.months[0]!.from, to: map.months[11]!.to } as never;
          const scope = {
            territoryId: town,
            programmeId: w.given.programmeId,
            bearer: `organisation:${school}`,
            period,
          };
          await opens(w.personas[name], { ...scope, [OF_ROW[row.kind]]: row.key }, row.total, ["due", "late"]);
        }
        expect(sum).toBe(map.foot.total.due);
      }
    },
  );

  it("tells nobody's name to whoever sees none of their rows", async () => {
    const bearer = `organisation:${w.schools[2]}`;
    const map: Execution = await get(w.personas.school, path(`?year=2026&bearer=${encodeURIComponent(bearer)}`));
    expect([map.bearer, map.rows]).toEqual([{ key: bearer, name: "" }, []]);
  });

  it("is a workbook of the same rows", async () => {
    const bearer = `?year=2026&bearer=${encodeURIComponent(`organisation:${w.schools[1]}`)}`;
    const map: Execution = await get(w.personas.officer, path(bearer));
    const { raw: bytes } = await w.personas.officer.call("GET", path(bearer, ".xlsx"));
    const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
    for (const row of map.rows) expect(sheet!.rows.find((cells) => cells[0] === row.name)?.at(-1)).toBe(row.total.late);
  });
});
