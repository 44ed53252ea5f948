import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasureSeen, ProgrammeTable } from "#features/programmes/model/seen.ts";
import { openDistrict, type District } from "./given-district.ts";
import { importDocument, putInForce, readTable, type Imported } from "./import-story.ts";
import { printedPlan } from "./printed-plan.ts";
import { hasLibreOffice, openedByLibreOffice } from "../support/libre-office.ts";
import { printedReports, sheetRows, wordLines, wordRows } from "./printed-report.ts";
import { obligations } from "./report-story.ts";
import { STORY_STEPS, stepsOf, tellSchoolStory } from "./school-story.ts";

const FIXTURE = "fixtures/documents/school-support-demo.docx";

/** section, number, title, result, responsible, plan in total and by year: as the fixture prints them */
const ROWS = [
  ["1", "1.1", "Определение перечня школ для сопровождения", "Приказ, перечень школ", "УО, МЦ", "6", "6", "6", "6"],
  ["1", "1.2", "Диагностика трудностей педагогов отобранных школ", "Справка по каждой школе", "MЦ", "6", "6", "6", "6"],
  [
    "1",
    "1.3",
    "Самоанализ школы по единой карте и его обсуждение с родителями",
    "Карта самоанализа; протокол собрания",
    "ОО",
    "1; 6",
    "1; 6",
    "1; 6",
    "1; 6",
  ],
  [
    "1",
    "1.4",
    "Ежегодный доклад о том, как меняются результаты района",
    "Доклад на августовском совещании",
    "УО",
    "3",
    "1",
    "1",
    "1",
  ],
  [
    "2",
    "2.1",
    "Закрепление наставников за молодыми педагогами и обмен уроками между наставником и подопечным",
    "Приказы школ",
    "ОО",
    "12",
    "4",
    "4",
    "4",
  ],
  ["2", "2.2", "Выездные методические дни в сельских школах", "Программа дня", "МЦ, ОО", "не менее 6", "2", "2", "2"],
  ["2", "2.3", "Курсы для управленческих команд", "Удостоверения", "МЦ, региональный институт", "20", "5", "5", "5"],
  [
    "2",
    "2.4",
    "Взаимное посещение уроков школ-соседей",
    "Листы посещения",
    "",
    "не менее 1 раза в четверть",
    "не менее 1 раза в четверть",
    "не менее 1 раза в четверть",
    "не менее 1 раза в четверть",
  ],
  ["3", "3.1", "Соглашения школ-партнёров о совместной работе", "Пакет соглашений", "УО, ОО", "3", "3", "3", "3"],
  ["3", "3.2", "Общий банк уроков и контрольных работ", "Не менее 30 материалов в год", "МЦ", "90", "30", "30", "30"],
  ["3", "3.3", "Районная конференция учителей", "Сборник докладов", "УО, МЦ, ОО", "3", "1", "1", "1"],
];

describe("a roadmap in our own words, from Word to an accepted report", () => {
  let district: District;
  let imported: Imported;
  let table: ProgrammeTable;
  const measure = (number: string): MeasureSeen => table.roadmaps[0]!.measures.find((one) => one.number === number)!;

  beforeAll(async () => {
    district = await openDistrict("2026-12-10T09:00:00+03:00");
    imported = await importDocument(district, district.officer, {
      fileName: "Дорожная карта.docx",
      bytes: readFileSync(FIXTURE),
      // agreements are made by the authority and by each school
      answer: ({ topic, quote }) => (topic === "reporting" && quote === "УО, ОО" ? { option: "each" } : undefined),
    });
    table = await readTable(district.officer, district.territoryId, imported.programmeId);
    await putInForce(district, district.officer, imported.programmeId, { number: "12", datedOn: "2024-12-16" });
  });
  afterAll(() => district.world.close());

  it("asks what the document leaves open, and nothing is answered for the officer", () => {
    const asked = imported.read.review!.doubts;
    expect(asked.every(({ answer }) => answer === null)).toBe(true);
    expect(imported.doubts.every(({ answer }) => answer !== null)).toBe(true);
    expect(asked.map(({ topic, quote }) => `${topic} ${quote}`.trim())).toEqual(
      expect.arrayContaining(["plan 1; 6", "party региональный институт", "plan 20 | 5, 5, 5", "reading"]),
    );
  });

  it("makes every row in order, with its cells as printed", () => {
    const sections = new Map(table.roadmaps[0]!.sections.map(({ id, number }) => [id, number]));
    expect(
      table.roadmaps[0]!.measures.map((one) => [
        sections.get(one.sectionId!),
        one.number,
        one.title,
        one.result,
        one.responsibleText,
        ...["total", "2025", "2026", "2027"].map((key) => printedPlan(one)[key]),
      ]),
    ).toEqual(ROWS);
  });

  it("binds those the document names, each year", async () => {
    const { officer, authorityId, centreId, schoolIds } = district;
    const owing = async (number: string) => {
      const rows = await obligations(officer, district, { measureId: measure(number).id });
      expect(new Set(rows.map(({ dueOn }) => dueOn))).toEqual(new Set(["2025-12-31", "2026-12-31", "2027-12-31"]));
      return new Set(rows.map(({ bearer }) => bearer.organisationId));
    };
    expect(await owing("1.2")).toEqual(new Set([centreId]));
    expect(await owing("1.3")).toEqual(new Set(schoolIds));
    expect(await owing("2.3")).toEqual(new Set([centreId]));
    expect(await owing("3.1")).toEqual(new Set([authorityId, ...schoolIds]));
    // the document names nobody here
    expect(await obligations(officer, district, { measureId: measure("2.4").id })).toEqual([]);
  });

  it("carries one report with two values from a school's home to the figures", async () => {
    const report = await tellSchoolStory(district, {
      programmeId: imported.programmeId,
      measureId: measure("1.3").id,
      sectionId: measure("1.3").sectionId,
      year: 2026,
      soonDue: "2026-12-31",
      lateDue: ["2025-12-31"],
      doneOn: "2026-12-08",
      school: 0,
      planned: [1, 6],
      reported: [1, 5],
      // 1.1 of the authority, 1.2 of the centre, 1.3 of six schools, 1.4 of the authority
      sectionDue: 9,
    });
    expect(stepsOf(report)).toEqual(STORY_STEPS);
  });

  // the fact of the year, of all years as the document counts them, the day it was done, its proof
  const REPORTED = "Карта самоанализа: 1\nпротокол собрания: 5";
  const FACT = [REPORTED, REPORTED, "08.12.2026", "Протокол.pdf", "принято 1 из 6; срок не наступил 5"];

  it("prints the fact in the report on the execution, in both formats", async () => {
    const files = await printedReports(district, imported.programmeId, 2026);
    const word = wordRows(files.docx).find(([number]) => number === "1.3")!;
    // of the plan its total and the year that the report is of
    expect(word).toEqual([...ROWS[2]!.slice(1, 4), "1; 6", "1; 6", "ОО", ...FACT]);
    expect(wordLines(files.docx)).toEqual(
      expect.arrayContaining([
        "Программа утверждена приказом от 16.12.2024 № 12",
        "1. Выявление школ, которым нужна помощь",
      ]),
    );
    // the day is a number to a workbook: 46364 days after its beginning
    const sheet = Object.values(sheetRows(files.xlsx).find(({ A }) => A === "1.3")!);
    expect(sheet.slice(-5)).toEqual([REPORTED, REPORTED, "46364", ...FACT.slice(3)]);
    const elsewhere = wordRows(files.docx).find(([number]) => number === "1.4")!;
    expect(elsewhere.slice(-5)).toEqual(["", "", "", "", "срок не наступил 1"]);
  });

  it.skipIf(!hasLibreOffice)(
    "opens in LibreOffice with the fact in its place",
    async () => {
      const files = await printedReports(district, imported.programmeId, 2026);
      const word = openedByLibreOffice("report.docx", files.docx);
      expect(word.slice(word.indexOf("\n1.3"), word.indexOf("\n1.4"))).toContain(`${FACT.join("\n")}`);
      const sheet = openedByLibreOffice("report.xlsx", files.xlsx);
      expect(sheet).toContain(`"${REPORTED}","${REPORTED}",08.12.2026,${FACT[3]},${FACT[4]}`);
    },
    200_000,
  );
});
