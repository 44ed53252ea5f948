import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasureSeen, ProgrammeTable } from "#features/programmes/model/seen.ts";
import { IN_NEED, openDistrict, type District } from "./given-district.ts";
import { importDocument, putInForce, readTable, type Imported } from "./import-story.ts";
import { obligations } from "./report-story.ts";
import { printedPlan } from "./printed-plan.ts";
import { hasLibreOffice, openedByLibreOffice } from "../support/libre-office.ts";
import { printedReports, sheetRows, wordLines, wordRows } from "./printed-report.ts";
import { STORY_STEPS, stepsOf, tellSchoolStory } from "./school-story.ts";
import { careReading, expectedRows, fold, hasSource, sourceBytes } from "./source-document.ts";

const NAME = "uglich-school-support-roadmap";

describe.skipIf(!hasSource(`${NAME}.docx`))(
  "a roadmap of three calendar years, from Word to an accepted report",
  () => {
    let district: District;
    let imported: Imported;
    let table: ProgrammeTable;
    const measure = (number: string): MeasureSeen =>
      table.roadmaps[0]!.measures.find((one) => one.number.replace(/\.$/, "") === number)!;

    beforeAll(async () => {
      district = await openDistrict();
      imported = await importDocument(district, district.officer, {
        fileName: `${NAME}.docx`,
        bytes: sourceBytes(`${NAME}.docx`),
      });
      table = await readTable(district.officer, district.territoryId, imported.programmeId);
    });
    afterAll(() => district.world.close());

    it("asks only what it cannot know, and proposes the years of the plan", () => {
      expect(imported.read.review!.settings).toMatchObject({
        startsOn: "2020-01-01",
        endsOn: "2022-12-31",
        yearKind: "calendar",
      });
      const asked = imported.doubts.map(({ topic, quote }) => `${topic} ${quote}`.trim());
      expect(asked).toEqual(expect.arrayContaining(["party ДО", "party ЯИРО", "plan 1; 10", "reporting УО, ОО"]));
      expect(asked.filter((one) => one.startsWith("term") || one.startsWith("undated"))).toEqual([]);
    });

    it("makes 31 measures in the order of the document, with every cell as printed", () => {
      const expected = expectedRows(careReading(NAME)[0]!);
      const sections = new Map(table.roadmaps[0]!.sections.map(({ id, title }) => [id, fold(title)]));
      expect(table.roadmaps).toHaveLength(1);
      expect(table.roadmaps[0]!.measures).toHaveLength(31);
      expect(
        table.roadmaps[0]!.measures.map((one) => ({
          section: sections.get(one.sectionId!),
          number: one.number.replace(/\.$/, ""),
          title: fold(one.title),
          result: fold(one.result),
          responsible: fold(one.responsibleText),
          plan: printedPlan(one),
        })),
      ).toEqual(
        expected.map(({ section, measure: one }) => ({
          section,
          number: fold(one.number).replace(/\.$/, ""),
          title: fold(one.title),
          result: fold(one.result),
          responsible: fold(one.responsible),
          plan: one.plan,
        })),
      );
    });

    it("plans each year for each school once it is approved by its order and runs", async () => {
      const { territoryId, officer } = district;
      expect(await obligations(officer, district, { programmeId: imported.programmeId })).toEqual([]);
      const running = await putInForce(district, officer, imported.programmeId, {
        number: "12",
        datedOn: "2020-12-14",
      });
      expect(running.paper?.name).toMatch(/14\.12\.2020.*12/u);
      const rows = await obligations(officer, district, { measureId: measure("1.3").id });
      expect([...new Set(rows.map(({ dueOn }) => dueOn))]).toEqual(["2020-12-31", "2021-12-31", "2022-12-31"]);
      expect(rows.map(({ bearer }) => bearer.organisationId).sort()).toEqual(
        [district.authorityId, ...district.schoolIds].flatMap((id) => [id, id, id]).sort(),
      );
      const papers = await officer.call("GET", `/api/papers?territoryId=${territoryId}`);
      expect(papers.body.items.map((one: { number: string }) => one.number)).toEqual(["12"]);
    });

    it("carries one report from a school's home to the figures", async () => {
      const report = await tellSchoolStory(district, {
        programmeId: imported.programmeId,
        measureId: measure("1.3").id,
        sectionId: measure("1.3").sectionId,
        year: 2021,
        soonDue: "2021-12-31",
        lateDue: ["2020-12-31"],
        doneOn: "2021-12-08",
        school: IN_NEED[0],
        planned: [10],
        reported: [1],
        // 1.1, 1.2 and 1.4 of the authority, 1.3 of the authority and six schools
        sectionDue: 10,
      });
      expect(stepsOf(report)).toEqual(STORY_STEPS);
    });

    it("prints the fact in the report on the execution, in both formats", async () => {
      const files = await printedReports(district, imported.programmeId, 2021);
      const fact = ["1", "08.12.2021", "Протокол.pdf", "принято 1 из 7; срок не наступил 6"];
      const word = wordRows(files.docx).find(([number]) => number === measure("1.3").number)!;
      expect([word[4], ...word.slice(-4)]).toEqual(["10", ...fact]);
      expect(wordLines(files.docx)).toContain("Программа утверждена приказом от 14.12.2020 № 12");
      // the day is a number to a workbook: 44538 days after its beginning
      const sheet = Object.values(sheetRows(files.xlsx).find(({ A }) => A === measure("1.3").number)!);
      expect([sheet[4], ...sheet.slice(-4)]).toEqual(["10", fact[0], "44538", ...fact.slice(2)]);
    });

    it.skipIf(!hasLibreOffice)(
      "opens in LibreOffice with the fact in its place",
      async () => {
        const files = await printedReports(district, imported.programmeId, 2021);
        const word = openedByLibreOffice("report.docx", files.docx);
        const row = word.slice(word.indexOf("\n1.3"), word.indexOf("\n1.4")).split("\n").filter(Boolean);
        expect(row.slice(-4)).toEqual(["1", "08.12.2021", "Протокол.pdf", "принято 1 из 7; срок не наступил 6"]);
        const sheet = openedByLibreOffice("report.xlsx", files.xlsx).split("\n");
        expect(sheet.find((line) => /^"?1\.3/u.test(line))).toMatch(
          /,1,[^,]*08\.12\.2021[^,]*,Протокол\.pdf,принято 1 из 7; срок не наступил 6$/u,
        );
      },
      200_000,
    );
  },
);
