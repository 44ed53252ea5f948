import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

describe("a plan written in bulk", () => {
  let world: World;
  let territory: Id;
  let school: Id;
  let officer: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    territory = await world.territory({
      kind: "municipality",
      parentId: await world.territory({ kind: "region" }),
    });
    school = await world.organisation(territory, "school");
    officer = await world.person([{ role: "officer", territoryId: territory }]);
  });

  const rowsOf = (programmeId: Id) =>
    world.rows(
      `select bearer_kind, bearer_organisation_id, bearer_person_id, bearer_key, part, occurrence_key, opens_on::text, due_on::text, required,
         close_reason, version from obligation where programme_id = $1 order by due_on, bearer_kind`,
      [programmeId],
    );

  it("keeps each kind of bearer in its own column, in its own part", async () => {
    const { programmeId } = await givenProgramme(world, territory, [
      {
        years: [2026, 2027],
        parties: [
          { audience: { kind: "organisation", id: school } },
          { audience: { kind: "person", id: officer.personId }, part: "coAssignee" },
          { audience: { kind: "territory" }, part: "accountable" },
        ],
      },
    ]);
    await replan(world, territory, programmeId);
    const year = (number: number) => {
      const row = {
        opens_on: `${number}-01-01`,
        due_on: `${number}-12-31`,
        required: 1,
        close_reason: null,
        version: 1,
      };
      const of = (kind: string, id: Id, part: string) => ({
        ...row,
        bearer_kind: kind,
        bearer_organisation_id: kind === "organisation" ? id : null,
        bearer_person_id: kind === "person" ? id : null,
        bearer_key: `${kind}:${id}`,
        part,
        occurrence_key: expect.stringContaining(String(number)),
      });
      return [
        of("organisation", school, "assignee"),
        of("person", officer.personId, "coAssignee"),
        of("territory", territory, "accountable"),
      ];
    };
    expect(await rowsOf(programmeId)).toEqual([...year(2026), ...year(2027)]);
  });

  it("moves, closes and opens again by one plan, each row in its own way", async () => {
    const party = { parties: [{ audience: { kind: "organisation" as const, id: school } }] };
    const { programmeId, measureIds } = await givenProgramme(world, territory, [
      { years: [2026], ...party },
      { years: [2026], ...party },
      { years: [2026], ...party },
    ]);
    await replan(world, territory, programmeId);
    const until = (measureId: Id, day: string) =>
      world.rows("update measure set cadence = $2 where id = $1", [
        measureId,
        JSON.stringify([{ kind: "window", windows: [{ from: "2026-01-01", to: day }], freq: null }]),
      ]);
    const open = (measureId: Id, isOpen: boolean) =>
      world.rows("update measure set closed_at = $2 where id = $1", [measureId, isOpen ? null : new Date()]);
    await open(measureIds[2]!, false);
    await replan(world, territory, programmeId);
    await until(measureIds[0]!, "2026-11-30");
    await open(measureIds[1]!, false);
    await open(measureIds[2]!, true);
    await until(measureIds[2]!, "2026-12-30");
    await replan(world, territory, programmeId);
    const rows = await world.rows(
      `select o.due_on::text, o.close_reason, o.version from obligation o join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
       where o.programme_id = $1 order by m.ordinal`,
      [programmeId],
    );
    expect(rows).toEqual([
      { due_on: "2026-11-30", close_reason: null, version: 2 },
      { due_on: "2026-12-31", close_reason: "not-wanted", version: 2 },
      { due_on: "2026-12-30", close_reason: null, version: 3 },
    ]);
  });

  it("tells a head of two schools once", async () => {
    const other = await world.organisation(territory, "school");
    const head = await world.person(
      [school, other].map((organisationId) => ({
        role: "school_head" as const,
        territoryId: territory,
        organisationId,
      })),
    );
    const every = { audience: { kind: "organisationKind" as const, kinds: ["school" as const] } };
    const { programmeId } = await givenProgramme(world, territory, [{ years: [2026], parties: [every] }]);
    await replan(world, territory, programmeId);
    expect((await head.call("GET", "/api/notices")).body.rows).toHaveLength(1);
    expect((await officer.call("GET", "/api/notices")).body.rows).toEqual([]);
  });
});
