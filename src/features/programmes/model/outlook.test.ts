import { describe, expect, it } from "vitest";
import { readTerm } from "#domain/phrases/read-term.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Registry } from "#features/places/model/registry.ts";
import { localDate } from "#shared/local-date.ts";
import { gapsOf, loadOf, type MeasureAhead } from "./outlook.ts";
import type { ScheduleFrame } from "./schedule.ts";

const FRAME: ScheduleFrame = {
  startsOn: localDate("2025-01-01"),
  endsOn: localDate("2026-12-31"),
  yearKind: "calendar",
  accountMoments: { kind: "yearEnd" },
};
const TODAY = localDate("2025-11-10");
const calendar = { schoolYears: [] };
const registry: Registry = {
  territoryId: "district",
  organisations: [
    { id: "s1", kind: "school", name: "Школа № 1", shortName: "СОШ № 1", closedOn: null },
    { id: "s2", kind: "school", name: "Школа № 2", shortName: "СОШ № 2", closedOn: null },
  ],
  designations: [],
  positions: [],
  roles: [],
};
const SCHOOLS: Audience = { kind: "organisationKind", kinds: ["school"] };
const KINDERGARTENS: Audience = { kind: "organisationKind", kinds: ["kindergarten"] };

function measure(dueText: string, ...audiences: readonly (Audience | null)[]): MeasureAhead {
  return {
    dueText,
    cadence: readTerm(dueText).phases,
    accountMoments: null,
    plannedYears: [],
    reporting: "each",
    parties: audiences.map((audience) => ({ audience, part: "assignee" })),
  };
}
const load = (one: MeasureAhead) => loadOf(one, FRAME, registry, calendar, TODAY);
const gaps = (one: MeasureAhead) => gapsOf(one, load(one), FRAME, registry, TODAY);

describe("what a measure asks for", () => {
  it("is a report for each due day and each who bears it, past days told apart", () => {
    expect(load(measure("ежегодно, до 15 октября", SCHOOLS))).toEqual({
      dues: 2,
      yearly: 1,
      bearers: ["organisation:s1", "organisation:s2"],
      reports: 4,
      late: 2,
    });
  });

  it("is counted in days before anybody is named", () => {
    expect(load(measure("ежемесячно"))).toMatchObject({ dues: 24, yearly: 12, bearers: [], reports: 0, late: 0 });
  });

  it("grows with the rhythm", () => {
    const weekly = load(measure("еженедельно", SCHOOLS));
    expect(weekly.yearly).toBeGreaterThanOrEqual(52);
    expect(weekly.reports).toBe(weekly.dues * 2);
  });
});

describe("a measure to be looked at", () => {
  it.each<[string, MeasureAhead, string[]]>([
    ["names nobody", measure("до 20.02.2025"), ["no-parties"]],
    [
      "has only those who take part",
      { ...measure("до 20.02.2025"), parties: [{ audience: SCHOOLS, part: "participant" }] },
      ["no-parties"],
    ],
    ["names somebody who is not settled", measure("до 20.02.2025", null), ["nobody-meant"]],
    ["means a kind that the district has not", measure("до 20.02.2025", KINDERGARTENS), ["nobody-meant"]],
    ["has no term", measure("", SCHOOLS), ["term-unclear"]],
    ["asks every week", measure("еженедельно", SCHOOLS), ["frequent"]],
    ["lacks both", measure(""), ["no-parties", "term-unclear"]],
  ])("%s", (_, one, found) => expect(gaps(one)).toEqual(found));

  it.each<[string, MeasureAhead]>([
    ["is done outside the district", measure("до 20.02.2025", { kind: "outside" })],
    ["is done on request", measure("по запросу", SCHOOLS)],
    ["asks every month", measure("ежемесячно", SCHOOLS)],
    ["is settled for one of two", measure("до 20.02.2025", SCHOOLS, null)],
  ])("is not one that %s", (_, one) => expect(gaps(one)).toEqual([]));
});
