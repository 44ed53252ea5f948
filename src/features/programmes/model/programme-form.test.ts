import { describe, expect, it } from "vitest";
import { AddMeasure } from "./measure-form.ts";
import { CreateProgramme, EditPassport } from "./programme-form.ts";
import { programmeYears } from "./programme-years.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const form = { territoryId: ID, title: "Поддержка школ", startsOn: "2025-01-01", endsOn: "2027-12-31" };
const faults = (parsed: ReturnType<typeof CreateProgramme.safeParse> | ReturnType<typeof EditPassport.safeParse>) =>
  parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));

describe("the passport's form", () => {
  it.each([
    [{ ...form, title: "  " }, ["title"]],
    [{ ...form, endsOn: "2024-12-31" }, ["endsOn"]],
    [{ ...form, endsOn: "2205-12-31" }, ["endsOn"]],
    [{ ...form, startsOn: "2025-02-30" }, ["startsOn"]],
    [{ ...form, accountMoments: { kind: "days", days: [] } }, ["accountMoments.days"]],
  ])("refuses %j at %j", (input, paths) => {
    expect(faults(CreateProgramme.safeParse(input))).toEqual(paths);
  });

  it("says which day is missing", () => {
    const parsed = CreateProgramme.safeParse({ ...form, startsOn: null, endsOn: null });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
      "Укажите первый день программы.",
      "Укажите последний день программы.",
    ]);
  });

  it("asks for no more than a title and a period", () => {
    expect(CreateProgramme.parse(form)).toMatchObject({
      shortTitle: "",
      yearKind: "calendar",
      tasks: [],
      passport: [],
    });
  });

  it("leaves out what an edit does not give", () => {
    expect(EditPassport.parse({ version: 1, goal: "Цель" })).toEqual({ version: 1, goal: "Цель" });
    expect(faults(EditPassport.safeParse({ version: 1, startsOn: "2026-01-01", endsOn: "2025-01-01" }))).toEqual([
      "endsOn",
    ]);
  });
});

describe("a measure's form", () => {
  it("refuses a cadence that the schedule could not expand", () => {
    const cadence = [{ kind: "cadence", windows: [], freq: "0/month" }];
    expect(AddMeasure.safeParse({ roadmapId: ID, sectionId: null, title: "Семинар", cadence }).success).toBe(false);
  });
  it("needs only words and a place", () => {
    expect(AddMeasure.parse({ roadmapId: ID, sectionId: null, title: " Семинар " })).toMatchObject({
      title: "Семинар",
      cadence: [],
      reporting: "each",
    });
  });
});

describe("years of a programme", () => {
  it.each([
    ["calendar", "2025-01-01", "2027-12-31", [2025, 2026, 2027]],
    ["school", "2021-09-01", "2023-08-31", [2021, 2022]],
    ["school", "2021-01-01", "2021-12-31", [2020, 2021]],
  ] as const)("%s, %s … %s: %j", (yearKind, startsOn, endsOn, years) => {
    expect(programmeYears({ startsOn, endsOn, yearKind })).toEqual([...years]);
  });
});
