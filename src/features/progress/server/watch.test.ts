import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import { count, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ProgressWorld;
let colleague: Persona;
beforeAll(async () => {
  at = await openProgressWorld(13);
  colleague = await at.world.person([{ role: "officer", territoryId: at.town }]);
});
afterAll(() => at.world.close());

const list = (who: Persona) => who.call("GET", `/api/progress/watch?territoryId=${at.town}`);
const set = (who: Persona, kind: string, id: string, watched = true) =>
  who.call("PUT", "/api/progress/watch", { territoryId: at.town, kind, id, watched });

describe("a watch list", () => {
  it("is kept by nobody who does not look after the territory, and of nothing that is not in it", async () => {
    const [school] = at.schools;
    expect((await list(at.world.public)).status).toBe(401);
    for (const name of ["school", "curator", "teacher", "region", "foreign", "nobody"] as const)
      expect([name, (await list(at.personas[name])).status]).toEqual([name, 404]);
    for (const [name, status] of [
      ["school", 403],
      ["region", 403],
      ["foreign", 404],
    ] as const)
      expect([name, (await set(at.personas[name], "organisation", school!)).status]).toEqual([name, status]);
    const elsewhere = await at.world.organisation(at.otherTown, "school", "Чужая");
    for (const [kind, id] of [
      ["organisation", elsewhere],
      ["organisation", makeId()],
      ["programme", school!],
      ["measure", makeId()],
    ] as const)
      expect((await set(at.personas.officer, kind, id)).status).toBe(404);
    expect((await at.world.rows("select 1 from watch")).length).toBe(0);
  });

  it("is one's own, shows figures that are those of the rows, the worst first; twice is once", async () => {
    const { officer } = at.personas;
    for (const id of at.schools) await set(officer, "organisation", id);
    await set(officer, "organisation", at.schools[0]!);
    await set(officer, "programme", at.given.programmeId);
    await set(officer, "measure", at.given.measureIds[0]!);
    const { items } = (await list(officer)).body;
    expect(items).toHaveLength(at.schools.length + 2);
    for (const item of items) {
      const of = { organisation: "bearer_organisation_id", programme: "programme_id", measure: "measure_id" } as const;
      const rows = at.raw.filter((row) => row[of[item.kind as keyof typeof of]] === item.id);
      expect(item.figure).toEqual(count(rows));
    }
    const late = items.map((item: { figure: { late: number } }) => item.figure.late);
    expect(late).toEqual([...late].sort((a: number, b: number) => b - a));
    expect((await list(colleague)).body.items).toEqual([]);
    // the second wall: another's marks are not read, nor taken off
    expect((await set(colleague, "organisation", at.schools[0]!, false)).body).toEqual({ watched: false });
    expect((await list(officer)).body.items).toHaveLength(at.schools.length + 2);
    await set(officer, "organisation", at.schools[0]!, false);
    expect((await list(officer)).body.items).toHaveLength(at.schools.length + 1);
    const noted = await at.world.rows(
      "select action, count(*)::int as many from journal where action like 'watch.%' group by action order by action",
    );
    expect(noted.map((row) => [row["action"], row["many"]])).toEqual([
      ["watch.begin", at.schools.length + 2],
      ["watch.end", 1],
    ]);
  });
});
