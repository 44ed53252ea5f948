import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";

describe("progress refuses", () => {
  let world: ProgressWorld["world"];
  let region: ProgressWorld["region"];
  let town: ProgressWorld["town"];
  let otherTown: ProgressWorld["otherTown"];
  let schools: ProgressWorld["schools"];
  let given: ProgressWorld["given"];
  let own: ProgressWorld["own"];
  let personas: ProgressWorld["personas"];
  beforeAll(async () => {
    ({ world, region, town, otherTown, schools, given, own, personas } = await openProgressWorld(13));
  });
  afterAll(() => world.close());

  it.each(["foreign", "nobody"] as const)("%s everything of the town", async (name) => {
    for (const path of [
      `/api/progress/home?territoryId=${town}`,
      `/api/progress/programmes?territoryId=${town}`,
      `/api/progress/programmes/${town}/${given.programmeId}`,
      `/api/progress/programmes/${town}/${given.programmeId}/execution`,
      `/api/progress/programmes/${town}/${given.programmeId}/execution.xlsx`,
      `/api/progress/measures/${town}/${given.measureIds[0]}`,
      `/api/progress/rows?territoryId=${town}`,
      `/api/progress/rows.xlsx?territoryId=${town}`,
      `/api/progress/late?territoryId=${town}`,
      `/api/progress/region?territoryId=${region}`,
      `/api/progress/calls?territoryId=${town}&organisationId=${schools[0]}`,
    ])
      expect([path, (await personas[name].call("GET", path)).status]).toEqual([path, 404]);
  });

  it.each(["school", "curator", "teacher"] as const)("%s the home of the territory and of the region", async (name) => {
    for (const path of ["home", "region"]) {
      const territoryId = path === "home" ? town : region;
      expect((await personas[name].call("GET", `/api/progress/${path}?territoryId=${territoryId}`)).status).toBe(404);
    }
  });

  it("a school another school's own programme, its measures and the list under them", async () => {
    const { curator } = personas;
    for (const path of [
      `/api/progress/programmes/${town}/${own.programmeId}`,
      `/api/progress/measures/${town}/${own.measureIds[0]}`,
      `/api/progress/rows?territoryId=${town}&programmeId=${own.programmeId}`,
      `/api/progress/rows?territoryId=${town}&sectionId=${own.sectionIds[0]}`,
      `/api/progress/rows?territoryId=${town}&measureId=${own.measureIds[0]}`,
      `/api/progress/rows?territoryId=${town}&roadmapId=${own.roadmapId}`,
    ])
      expect([path, (await curator.call("GET", path)).status]).toEqual([path, 404]);
  });

  it("calls and reminders of those who only look", async () => {
    const call = { territoryId: town, organisationId: schools[0], note: "" };
    const reminder = { territoryId: town, measureId: given.measureIds[0], occurrenceKey: "2026" };
    for (const [persona, status] of [
      [personas.head, 403],
      [personas.region, 403],
      [personas.school, 404],
      [personas.foreign, 404],
    ] as const)
      expect((await persona.call("POST", "/api/progress/calls", call)).status).toBe(status);
    for (const [persona, status] of [
      [personas.head, 403],
      [personas.region, 403],
      [personas.school, 403],
      [personas.foreign, 404],
    ] as const)
      expect((await persona.call("POST", "/api/progress/reminders", reminder)).status).toBe(status);
    expect(await world.rows("select 1 from phone_call")).toEqual([]);
    expect(await world.rows("select 1 from notice")).toEqual([]);
  });

  it("a call to an organisation of another territory", async () => {
    const organisationId = await world.organisation(otherTown, "school");
    const answer = await personas.officer.call("POST", "/api/progress/calls", {
      territoryId: town,
      organisationId,
      note: "",
    });
    expect(answer.status).toBe(404);
  });

  it("periods that do not exist", async () => {
    for (const period of ["2026-13", "2026/T7", "2026-10-31..2026-10-01", "вчера"]) {
      const path = `/api/progress/programmes/${town}/${given.programmeId}?period=${encodeURIComponent(period)}`;
      expect((await personas.officer.call("GET", path)).body.code).toBe("period-unknown");
    }
  });
});
