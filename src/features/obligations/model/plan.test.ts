import { describe, expect, it } from "vitest";
import type { Phase } from "#domain/phrases/term.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Registry } from "#features/places/model/registry.ts";
import { localDate } from "#shared/local-date.ts";
import { occurrencesOf, partiesWithoutBearers, planMeasure, type PlannedMeasure, type PlannedParty } from "./plan.ts";

const day = localDate;
const CALENDAR = { schoolYears: [] };

const registry: Registry = {
  territoryId: "district",
  organisations: [
    { id: "uo", kind: "authority", name: "Управление образования", shortName: "УО", closedOn: null },
    { id: "s1", kind: "school", name: "Школа № 1", shortName: "СОШ № 1", closedOn: null },
    { id: "s2", kind: "school", name: "Школа № 2", shortName: "СОШ № 2", closedOn: null },
  ],
  designations: [
    { organisationId: "s1", kind: "low_results", from: day("2019-09-01"), to: null },
    { organisationId: "s1", kind: "adverse_conditions", from: day("2019-09-01"), to: null },
    { organisationId: "s2", kind: "low_results", from: day("2021-09-01"), to: null },
  ],
  positions: [],
  roles: [],
};

const SCHOOLS: Audience = { kind: "organisationKind", kinds: ["school"] };
const AUTHORITY: Audience = { kind: "organisationKind", kinds: ["authority"] };
const LOW: Audience = { kind: "designation", designations: ["low_results"] };
const ADVERSE: Audience = { kind: "designation", designations: ["adverse_conditions"] };
const YEARLY: Phase = { kind: "yearly", windows: [], freq: null };

function measure(parties: PlannedParty[], change: Partial<PlannedMeasure> = {}): PlannedMeasure {
  return {
    id: "m1",
    phases: [YEARLY],
    parties,
    reporting: "each",
    periodScope: { from: day("2020-01-01"), to: day("2021-12-31") },
    accountMoments: null,
    plannedYears: [],
    ...change,
  };
}

function told(planned: PlannedMeasure): string[] {
  return planMeasure(planned, registry, CALENDAR).map(
    ({ bearer, occurrenceKey, part }) => `${occurrenceKey} ${bearer.id} ${part}`,
  );
}

describe("owes nothing", () => {
  it.each<[string, PlannedMeasure]>([
    ["who only takes part", measure([{ audience: SCHOOLS, part: "participant" }])],
    ["a party that is not settled", measure([{ audience: null, part: "assignee" }])],
    ["a party outside the district", measure([{ audience: { kind: "outside" }, part: "assignee" }])],
    [
      "anyone, on request",
      measure([{ audience: SCHOOLS, part: "assignee" }], { phases: [{ kind: "on-demand", windows: [], freq: null }] }),
    ],
    ["anyone, without a term and planned years", measure([{ audience: SCHOOLS, part: "assignee" }], { phases: [] })],
  ])("%s", (_, planned) => {
    expect(told(planned)).toEqual([]);
  });

  it("and parties that mean nobody are named", () => {
    const planned = measure([
      { audience: SCHOOLS, part: "assignee" },
      { audience: { kind: "organisationKind", kinds: ["sport"] }, part: "coAssignee" },
      { audience: null, part: "assignee" },
      { audience: null, part: "participant" },
      { audience: { kind: "outside" }, part: "assignee" },
    ]);
    expect(partiesWithoutBearers(planned, registry, day("2021-12-31"))).toEqual([1, 2]);
  });
});

describe("one obligation for a bearer and an occurrence", () => {
  it("«УО / ОО»: the left of the slash answers, each year", () => {
    const planned = measure([
      { audience: AUTHORITY, part: "assignee" },
      { audience: SCHOOLS, part: "participant" },
    ]);
    expect(told(planned)).toEqual(["2020 uo assignee", "2021 uo assignee"]);
  });

  it("a school that is both ШНОР and ШНСУ owes once, and a status counts on the due day", () => {
    const planned = measure([
      { audience: LOW, part: "assignee" },
      { audience: ADVERSE, part: "assignee" },
    ]);
    expect(told(planned)).toEqual(["2020 s1 assignee", "2021 s1 assignee", "2021 s2 assignee"]);
  });

  it.each<[PlannedParty["part"][], string]>([
    [["coAssignee", "assignee"], "assignee"],
    [["assignee", "accountable", "coAssignee"], "accountable"],
    [["participant", "coAssignee"], "coAssignee"],
  ])("of the parts %j the strongest is borne: %s", (parts, strongest) => {
    const planned = measure(parts.map((part) => ({ audience: AUTHORITY, part })));
    expect(told(planned)).toEqual([`2020 uo ${strongest}`, `2021 uo ${strongest}`]);
  });

  it("answered by the first: the first assignee that anybody bears", () => {
    const planned = measure(
      [
        { audience: { kind: "organisationKind", kinds: ["sport"] }, part: "assignee" },
        { audience: SCHOOLS, part: "accountable" },
        { audience: AUTHORITY, part: "assignee" },
        { audience: SCHOOLS, part: "assignee" },
      ],
      { reporting: "first" },
    );
    expect(told(planned)).toEqual(["2020 uo assignee", "2021 uo assignee"]);
  });
});

describe("occurrences of a measure", () => {
  const keys = (change: Partial<PlannedMeasure>, yearKind?: "school") =>
    occurrencesOf(measure([], change), CALENDAR, yearKind ? { yearKind } : {}).map(({ key }) => key);

  it("planned years where no term is understood, the term where one is", () => {
    const unknown: Phase = { kind: "unknown", windows: [], freq: null };
    expect(keys({ phases: [], plannedYears: [2021, 2020] })).toEqual(["2020", "2021"]);
    expect(keys({ phases: [unknown], plannedYears: [2021] })).toEqual(["2021"]);
    expect(keys({ phases: [{ kind: "cadence", windows: [], freq: "1/halfYear" }], plannedYears: [2021] })).toHaveLength(
      4,
    );
  });

  it("planned years of a programme that counts school years", () => {
    const periodScope = { from: day("2020-09-01"), to: day("2022-08-31") };
    expect(keys({ phases: [], plannedYears: [2020, 2021], periodScope }, "school")).toEqual(["2020/SY", "2021/SY"]);
  });

  it("moments of account are the measure's", () => {
    const continuous: Phase = { kind: "continuous", windows: [], freq: null };
    expect(keys({ phases: [continuous], accountMoments: { kind: "yearEnd" } })).toEqual(["2020/Y", "2021/Y"]);
  });

  it("open with their window and need as many as are promised", () => {
    const [first] = planMeasure(
      measure([{ audience: AUTHORITY, part: "assignee" }], {
        phases: [{ kind: "cadence", windows: [], freq: "2/quarter" }],
      }),
      registry,
      CALENDAR,
    );
    expect(first).toEqual({
      measureId: "m1",
      bearer: { kind: "organisation", id: "uo" },
      occurrenceKey: "2020-Q1",
      opensOn: "2020-01-01",
      dueOn: "2020-03-31",
      part: "assignee",
      required: 2,
    });
  });
});
