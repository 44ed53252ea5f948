import { describe, expect, it } from "vitest";
import type { Audience } from "#features/places/model/audience.ts";
import { registryFor, type Registry } from "#features/places/model/registry.ts";
import { localDate } from "#shared/local-date.ts";
import { bearerKey, bearersOf } from "./bearers.ts";
import { samePosition } from "./bearers-by-position.ts";

const day = localDate;
const ON = day("2021-12-31");

const registry: Registry = {
  territoryId: "district",
  organisations: [
    { id: "s1", kind: "school", name: "Школа № 1", shortName: "СОШ № 1", closedOn: null },
    { id: "s2", kind: "school", name: "Школа № 2", shortName: "СОШ № 2", closedOn: null },
    { id: "s3", kind: "school", name: "Школа № 3", shortName: "СОШ № 3", closedOn: day("2021-09-01") },
    { id: "g1", kind: "kindergarten", name: "Детский сад «Ёлочка»", shortName: "ДОУ «Ёлочка»", closedOn: null },
  ],
  designations: [
    { organisationId: "s1", kind: "low_results", from: day("2019-09-01"), to: null },
    { organisationId: "s1", kind: "adverse_conditions", from: day("2020-09-01"), to: null },
    { organisationId: "s2", kind: "low_results", from: day("2020-09-01"), to: day("2021-12-30") },
    { organisationId: "s3", kind: "low_results", from: day("2019-09-01"), to: null },
  ],
  positions: [
    {
      personId: "p1",
      organisationId: "s1",
      position: "Заместитель директора по УВР",
      from: day("2019-01-01"),
      to: null,
    },
    { personId: "p1", organisationId: "s2", position: "тьютор", from: day("2019-01-01"), to: null },
    { personId: "p2", organisationId: "s2", position: "Директор", from: day("2019-01-01"), to: null },
    { personId: "p3", organisationId: "s2", position: "тьютор", from: day("2019-01-01"), to: day("2021-06-30") },
  ],
  roles: [{ personId: "p4", role: "community_head", organisationId: null, from: day("2021-01-01"), to: null }],
};

const bearers = (audience: Audience, on = ON) => bearersOf(audience, registry, on).map(bearerKey);

describe("nobody bears", () => {
  it.each<[string, Audience]>([
    ["what is outside the district", { kind: "outside" }],
    ["an organisation that is closed", { kind: "organisation", id: "s3" }],
    ["an organisation that is not there", { kind: "organisation", id: "s9" }],
    ["a kind without organisations", { kind: "organisationKind", kinds: ["sport"] }],
    ["a status that nobody has", { kind: "designation", designations: ["lead_school"] }],
    ["communities in general, while none is registered", { kind: "community" }],
    ["a person who is not of the district", { kind: "person", id: "p9" }],
    ["a position that nobody holds", { kind: "position", words: "логопед" }],
  ])("%s", (_, audience) => {
    expect(bearers(audience)).toEqual([]);
  });
});

describe("bearers on a day", () => {
  it.each<[string, Audience, string[]]>([
    ["schools that are open", { kind: "organisationKind", kinds: ["school"] }, ["organisation:s1", "organisation:s2"]],
    [
      "two kinds",
      { kind: "organisationKind", kinds: ["kindergarten", "school"] },
      ["organisation:s1", "organisation:s2", "organisation:g1"],
    ],
    [
      "both statuses, once",
      { kind: "designation", designations: ["low_results", "adverse_conditions"] },
      ["organisation:s1"],
    ],
    ["one organisation", { kind: "organisation", id: "s2" }, ["organisation:s2"]],
    ["a person", { kind: "person", id: "p2" }, ["person:p2"]],
    ["a community", { kind: "community", id: "c1" }, ["community:c1"]],
    ["the territory", { kind: "territory" }, ["territory:district"]],
    ["tutors in force", { kind: "position", words: "тьюторы" }, ["person:p1"]],
    ["heads of associations, by role", { kind: "position", words: "руководители РМО" }, ["person:p4"]],
    [
      "deputies of schools, the school where there is none",
      { kind: "position", words: "зам. директора по УВР", organisationKind: "school" },
      ["person:p1", "organisation:s2"],
    ],
  ])("%s", (_, audience, expected) => {
    expect(bearers(audience)).toEqual(expected);
  });

  it("a status ends with its last day", () => {
    const audience: Audience = { kind: "designation", designations: ["low_results"] };
    expect(bearers(audience, day("2021-12-30"))).toEqual(["organisation:s1", "organisation:s2"]);
    expect(bearers(audience, day("2020-08-31"))).toEqual(["organisation:s1", "organisation:s3"]);
  });
});

describe("the same position in other words", () => {
  it.each([
    ["директор", "Заместитель директора", false],
    ["заместитель директора", "Директор", false],
    ["заместитель директора по УВР", "Заместитель директора по ВР", false],
    ["", "Директор", false],
    ["учитель", "учредитель", false],
    ["директора школ", "директор", true],
    ["тьюторы", "Тьютор по математике", true],
    ["классные руководители", "классный руководитель 5 «А»", true],
    ["руководители ШМО", "руководитель школьного методического объединения", true],
  ])("«%s» ~ «%s»: %s", (wanted, held, same) => {
    expect(samePosition(wanted, held)).toBe(same);
  });
});

describe("an organisation's own programme", () => {
  const own = registryFor(registry, "s2");
  const bound = (audience: Audience) => bearersOf(audience, own, day("2021-06-01")).map(bearerKey);

  it.each<[string, Audience, string[]]>([
    ["schools", { kind: "organisationKind", kinds: ["school"] }, ["organisation:s2"]],
    ["kindergartens", { kind: "organisationKind", kinds: ["kindergarten"] }, []],
    ["a status it bears", { kind: "designation", designations: ["low_results"] }, ["organisation:s2"]],
    ["a status of another", { kind: "designation", designations: ["adverse_conditions"] }, []],
    ["itself", { kind: "organisation", id: "s2" }, ["organisation:s2"]],
    ["another school", { kind: "organisation", id: "s1" }, []],
    ["its tutors", { kind: "position", words: "тьюторы" }, ["person:p1", "person:p3"]],
    ["a position of another school", { kind: "position", words: "заместитель директора по УВР" }, []],
    ["a person of its own", { kind: "person", id: "p2" }, ["person:p2"]],
    ["a person of another place", { kind: "person", id: "p4" }, []],
    ["the district", { kind: "territory" }, []],
  ])("binds nobody beyond it: %s", (_what, audience, expected) => {
    expect(bound(audience)).toEqual(expected);
  });

  it("of the territory binds all of it", () => {
    expect(registryFor(registry, null)).toBe(registry);
  });
});
