import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasureSeen } from "#features/programmes/model/seen.ts";
import { openDistrict, type District } from "./given-district.ts";
import { importDocument, putInForce, readTable } from "./import-story.ts";
import { obligations } from "./report-story.ts";
import { STORY_STEPS, stepsOf, tellSchoolStory } from "./school-story.ts";
import { careReading, expectedRows, fold, hasSource, sourceBytes } from "./source-document.ts";

const NAME = "kovrov-network-programme";
const PLAN = /методической помощи/u;
/** place of the resource school in the district: it answers where the plan names its head */
const RESOURCE = 4;

describe.skipIf(!hasSource(`${NAME}.docx`))("one plan of three in a document, with rows named year after year", () => {
  let district: District;
  let programmeId: string;
  let roadmaps: number;
  let measures: readonly MeasureSeen[];
  let sections: ReadonlyMap<string, string>;

  beforeAll(async () => {
    district = await openDistrict();
    const { officer, territoryId } = district;
    const imported = await importDocument(district, officer, {
      fileName: `${NAME}.docx`,
      bytes: sourceBytes(`${NAME}.docx`),
      settings: (proposed, { tables }) => {
        const { key } = tables.find(({ caption }) => PLAN.test(caption ?? ""))!;
        return { ...proposed, title: "Методическая помощь школам", shortTitle: "Методическая помощь", tables: [key] };
      },
    });
    programmeId = imported.programmeId;
    const table = await readTable(officer, territoryId, programmeId);
    roadmaps = table.roadmaps.length;
    measures = table.roadmaps[0]!.measures;
    sections = new Map(table.roadmaps[0]!.sections.map(({ id, title }) => [id, fold(title)]));
    await putInForce(district, officer, programmeId, { number: "7", datedOn: "2021-01-11" });
  });
  afterAll(() => district.world.close());

  it("takes the rows of that plan alone, in order, with every cell as printed", () => {
    const expected = expectedRows(careReading(NAME).find(({ caption }) => PLAN.test(caption ?? ""))!);
    expect([roadmaps, measures.length]).toEqual([1, 17]);
    expect(
      measures.map((one) => ({
        section: sections.get(one.sectionId ?? "") ?? "",
        number: one.number,
        title: fold(one.title),
        term: fold(one.dueText),
        responsible: fold(one.responsibleText),
      })),
    ).toEqual(
      expected.map(({ section, measure }) => ({
        section,
        number: fold(measure.number),
        title: fold(measure.title),
        term: fold(measure.term),
        responsible: fold(measure.responsible),
      })),
    );
  });

  it("those named after the stroke take part and owe nothing", async () => {
    const rows = await obligations(district.officer, district, { programmeId });
    const owing = new Set(rows.map(({ bearer }) => bearer.organisationId));
    expect(owing).toEqual(new Set([district.authorityId, district.centreId, district.schoolIds[RESOURCE]]));
    const autumn = rows.filter((row) => row.measureNumber === "3").map(({ dueOn }) => dueOn);
    expect(autumn).toEqual(["2021-10-31", "2022-10-31", "2023-10-31"]);
    const [group] = measures.filter(({ number }) => number === "8");
    expect(rows.filter(({ measureId }) => measureId === group!.id)).toEqual([]);
  });

  it("carries one report of the resource school to the figures", async () => {
    const report = await tellSchoolStory(district, {
      programmeId,
      measureId: measures.find(({ number }) => number === "9")!.id,
      sectionId: null,
      year: 2021,
      soonDue: "2021-12-28",
      lateDue: ["2021-03-23", "2021-05-26", "2021-10-27"],
      doneOn: "2021-12-08",
      school: RESOURCE,
      planned: [],
      reported: [],
      // 4 of three months, 9 of four school terms, the group 8 of none, its four rows and the ten others of one day each
      sectionDue: 21,
    });
    expect(stepsOf(report)).toEqual(STORY_STEPS);
  });
});
