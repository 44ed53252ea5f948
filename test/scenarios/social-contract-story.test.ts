import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { keptInWords, keptOf } from "#features/progress/model/cadence-kept.ts";
import type { ProgrammeCadence } from "#features/progress/model/cadence.ts";
import type { MeasureSeen } from "#features/programmes/model/seen.ts";
import { openDistrict, type District } from "./given-district.ts";
import { importDocument, putInForce, readProgramme, readTable } from "./import-story.ts";
import { obligations } from "./report-story.ts";
import { STORY_STEPS, stepsOf, tellSchoolStory } from "./school-story.ts";
import { careReading, expectedRows, fold, hasSource, sourceBytes } from "./source-document.ts";

const NAME = "social-contract-2.0";
const MONTHS_2021 = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (days, at) => `2021-${String(at + 1).padStart(2, "0")}-${days}`,
);

describe.skipIf(!hasSource(`${NAME}.docx`))("a matrix of instruments by level, owned by the municipality", () => {
  let district: District;
  let programmeId: string;
  let measures: readonly MeasureSeen[];

  beforeAll(async () => {
    district = await openDistrict();
    const { officer, territoryId } = district;
    const imported = await importDocument(district, officer, {
      fileName: `${NAME}.docx`,
      bytes: sourceBytes(`${NAME}.docx`),
      settings: (proposed) => ({ ...proposed, startsOn: localDate("2021-01-01"), endsOn: localDate("2021-12-31") }),
    });
    programmeId = imported.programmeId;
    measures = (await readTable(officer, territoryId, programmeId)).roadmaps[0]!.measures;
    await putInForce(district, officer, programmeId, { number: "3", datedOn: "2021-01-11" });
  });
  afterAll(() => district.world.close());

  it("makes a measure of every instrument of every level, in the order of the columns", async () => {
    expect((await readProgramme(district.officer, district.territoryId, programmeId)).owner).toBeNull();
    const seen = new Set<string>();
    // a cell merged over several themes stands once
    const expected = expectedRows(careReading(NAME)[0]!).flatMap(({ section, measure }) =>
      Object.entries(measure.instruments!).flatMap(([level, { text, term }]) => {
        const key = `${section} ${level} ${fold(text)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ level, title: fold(text), term: fold(term) }];
      }),
    );
    expect(measures.map(({ level, title, dueText }) => ({ level, title: fold(title), term: fold(dueText) }))).toEqual(
      expected,
    );
  });

  it("«не реже 1 раза в месяц» is an obligation of each month for every school", async () => {
    const monthly = measures.filter(({ dueText }) => /не реже 1 раза в месяц/iu.test(dueText));
    expect(monthly).toHaveLength(2);
    for (const { id } of monthly) {
      const rows = await obligations(district.officer, district, { measureId: id });
      const owed = district.schoolIds.map((school) =>
        rows.filter(({ bearer }) => bearer.organisationId === school).map(({ dueOn }) => dueOn),
      );
      expect(owed).toEqual(district.schoolIds.map(() => MONTHS_2021));
      expect(rows).toHaveLength(12 * district.schoolIds.length);
    }
  });

  it("a level of the municipality owes for itself, one outside the district owes nothing", async () => {
    const rows = await obligations(district.officer, district, { programmeId });
    const bearers = (level: string) => {
      const ids = new Set(measures.filter((one) => one.level === level).map(({ id }) => id));
      return new Set(rows.filter(({ measureId }) => ids.has(measureId)).map(({ bearer }) => bearer.organisationId));
    };
    expect(bearers("МОУО")).toEqual(new Set([district.authorityId]));
    expect(bearers("ОО")).toEqual(new Set(district.schoolIds));
    expect(bearers("ТО")).toEqual(new Set());
  });

  it("carries one month's report of one school to the figures", async () => {
    const [measure] = measures.filter(({ dueText }) => /не реже 1 раза в месяц/iu.test(dueText));
    const report = await tellSchoolStory(district, {
      programmeId,
      measureId: measure!.id,
      sectionId: measure!.sectionId,
      year: 2021,
      soonDue: "2021-12-31",
      lateDue: MONTHS_2021.slice(0, 11),
      doneOn: "2021-12-08",
      school: 0,
      planned: [],
      reported: [],
      // of the theme: twelve months of six schools, and four school terms of the authority
      sectionDue: 12 * 6 + 4,
    });
    expect(stepsOf(report)).toEqual(STORY_STEPS);

    const path = `/api/progress/programmes/${district.territoryId}/${programmeId}/cadence`;
    const school = encodeURIComponent(`organisation:${district.schoolIds[0]}`);
    const { body } = await district.officer.call("GET", `${path}?bearer=${school}`);
    const { rows } = body as ProgrammeCadence;
    const row = rows.find(({ measureId }) => measureId === measure!.id)!;
    expect(row).toMatchObject({
      level: "ОО",
      unit: "month",
      cadence: expect.stringMatching(/не реже 1 раза в месяц/u),
    });
    // December is done before it is over; the eleven months before it were missed
    expect(keptInWords(keptOf(row.slots), row.unit).replace("\u00A0", " ")).toBe("1 из 12 месяцев");
    expect(keptOf(row.slots).missed).toBe(11);
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(["week", "month"]));
    const all = (await district.officer.call("GET", path)).body as ProgrammeCadence;
    const ofAuthority = all.rows.filter(({ level }) => level === "МОУО");
    expect(new Set(ofAuthority.map(({ unit }) => unit))).toContain("schoolTerm");
  });
});
