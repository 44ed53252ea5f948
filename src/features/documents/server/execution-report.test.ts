import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { readDocx } from "#platform/office/docx.ts";
import { lateNamesInWords } from "#features/progress/model/cadence-words.ts";
import { lateWith } from "../../../../test/support/late-with.ts";
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";

const OFFICE = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path));
const OWN = ["№ п/п", "Что сделать", "Когда", "Кто отвечает", "План 2026"];
const DONE = ["Дата выполнения", "Подтверждение", "Замечание"];

describe("the report on the execution of a roadmap", () => {
  let world: ProgressWorld["world"];
  let town: Id, given: ProgressWorld["given"], own: ProgressWorld["own"], personas: ProgressWorld["personas"];
  beforeAll(async () => {
    ({ world, town, given, own, personas } = await openProgressWorld(21));
    const paperId = makeId();
    await world.rows(
      "insert into paper (territory_id, id, kind, number, dated_on, title) values ($1, $2, 'directive', '12', '2025-12-14', 'О программе')",
      [town, paperId],
    );
    await world.rows("update report set done_on = '2026-03-05'");
    await world.rows("update programme set paper_id = $1 where id = $2", [paperId, given.programmeId]);
    const authority = await world.organisation(town, "authority", "Управление образования Приозёрного");
    await world.rows(
      "insert into membership (territory_id, id, person_id, organisation_id, position, from_on) values ($1, $2, $3, $4, 'Начальник управления', '2020-01-01')",
      [town, makeId(), personas.head.personId, authority],
    );
  });
  afterAll(() => world.close());

  const path = (format: string, query = "", programmeId = given.programmeId) =>
    `/api/documents/${town}/${programmeId}/execution.${format}${query}`;
  /** The report's table as the product's own reader of Word documents sees it. */
  const tableOf = (content: Uint8Array): string[][] => {
    const table = readDocx(content).find((block) => block.kind === "table")!;
    return Array.from({ length: table.rows }, (_, row) =>
      table.cells.filter((cell) => cell.row === row).map((cell) => cell.paragraphs.join("\n")),
    );
  };
  const factsOf = async (name: keyof ProgressWorld["personas"], measureId: Id) => {
    const page = await get(personas[name], `/api/progress/measures/${town}/${measureId}`);
    return { figure: page.figure, facts: page.values[0].years.filter((year: { fact: unknown }) => year.fact !== null) };
  };

  /** Years that something accepted counts for. */
  const factYears = async (): Promise<number[]> => {
    const pages = await Promise.all(given.measureIds.map((measureId) => factsOf("officer", measureId)));
    const years = pages.flatMap(({ facts }) => facts.map(({ year }: { year: number }) => year));
    return [...new Set([2026, ...years])].sort();
  };

  it("refuses those who do not see the programme, and roadmaps and periods that are not", async () => {
    for (const name of ["foreign", "nobody"] as const)
      expect((await personas[name].call("GET", path("docx"))).status).toBe(404);
    expect((await personas.curator.call("GET", path("docx", "", own.programmeId))).status).toBe(404);
    expect((await world.public.call("GET", path("xlsx"))).status).toBe(401);
    expect((await personas.officer.call("GET", path("docx", `?roadmapId=${own.roadmapId}`))).status).toBe(404);
    expect((await personas.officer.call("GET", path("docx", "?period=2026-13"))).body.code).toBe("period-unknown");
    expect((await personas.officer.call("GET", path("pdf"))).status).toBe(404);
  });

  it("prints the document's own columns, section rows, facts and remarks", async () => {
    const answer = await personas.officer.call("GET", path("docx"));
    expect(answer.status).toBe(200);
    const rows = tableOf(new Uint8Array(answer.raw));
    const years = await factYears();
    expect(years.length).toBeGreaterThan(1);
    expect(rows[0]).toEqual([...OWN, ...years.map((year) => `Факт ${year}`), ...DONE]);
    const at = (name: string) => rows[0]!.indexOf(name);
    for (const section of ["1. Готовим основу", "1.1. Бумаги и люди", "2. Работаем со школами"])
      expect(rows).toContainEqual([section]);
    for (const [number, measureId] of given.measureIds.entries()) {
      const row = rows.find((cells) => cells[0] === `${number}.1`)!;
      expect(row.slice(1, 5)).toEqual([
        `Дело ${number} <особое> & важное`,
        "в течение года",
        "руководители школ",
        "10",
      ]);
      const { figure, facts } = await factsOf("officer", measureId);
      for (const year of years) {
        const fact = facts.find((each: { year: number }) => each.year === year)?.fact;
        const printed = fact === undefined ? "" : String(Math.round(fact * 100) / 100).replace(".", ",");
        expect(row[at(`Факт ${year}`)]!.split(/\s/)[0]).toBe(printed);
      }
      const remark = row[at("Замечание")]!;
      const coming = figure.soon + figure.ahead;
      if (coming > 0) expect(remark).toContain(`срок не наступил ${coming}`);
      if (coming < figure.due)
        expect(remark).toContain(
          figure.accepted === figure.due ? "выполнено" : `принято ${figure.accepted} из ${figure.due}`,
        );
      expect(/просрочено (\d+)/.exec(remark)?.[1] ?? "0").toBe(String(figure.late));
      if (figure.late > 0)
        expect(remark).toContain(`(${lateNamesInWords(await lateWith(personas.officer, town, measureId))})`);
      // the day it was done, not that of acceptance
      expect(row[at("Дата выполнения")]).toBe(figure.accepted > 0 ? "05.03.2026" : "");
      if (figure.accepted > 0) expect(row[at("Подтверждение")]).toContain("https://school.example/");
    }
  });

  it("a report that answers several years stands beside the plan of each, once", async () => {
    const measureId = given.measureIds[1]!;
    const plannedId = given.plannedIds[1]!;
    const [answered] = await world.rows<{ report_id: Id; obligation_id: Id }>(
      `select v.report_id, v.obligation_id from report_value v join obligation o on o.id = v.obligation_id
       join report r on r.id = v.report_id where o.measure_id = $1 and r.state = 'accepted' and r.kind = 'done' limit 1`,
      [measureId],
    );
    for (const [year, fact] of [
      [2018, 3],
      [2019, 4],
    ] as const) {
      await world.rows(
        "insert into planned_year (territory_id, planned_value_id, year, text, value) values ($1, $2, $3, '5', 5)",
        [town, plannedId, year],
      );
      await world.rows("insert into report_value values ($1, $2, $3, $4, $5, null, $6)", [
        town,
        answered!.report_id,
        answered!.obligation_id,
        plannedId,
        fact,
        year,
      ]);
    }
    const rows = tableOf(new Uint8Array((await personas.officer.call("GET", path("docx"))).raw));
    const of = (number: number, head: string) =>
      rows.find((cells) => cells[0] === `${number}.1`)![rows[0]!.indexOf(head)];
    expect(["План 2018", "Факт 2018", "План 2019", "Факт 2019"].map((head) => of(1, head))).toEqual([
      "5",
      "3",
      "5",
      "4",
    ]);
    expect([of(0, "План 2018"), of(0, "Факт 2018")]).toEqual(["", ""]);
    const asked = tableOf(new Uint8Array((await personas.officer.call("GET", path("docx", "?period=2026"))).raw));
    expect(asked[0]!.filter((head) => head.startsWith("План"))).toEqual(["План 2026"]);
    await world.rows("delete from report_value where year < 2020");
    await world.rows("delete from planned_year where year < 2020");
  });

  it("stands on a landscape sheet with its head, its order, the sign line and numbered pages", async () => {
    const answer = await personas.officer.call("GET", path("docx", "?period=2026"));
    const parts = unzipSync(new Uint8Array(answer.raw));
    const xml = strFromU8(parts["word/document.xml"]!);
    expect(xml).toMatch(/<w:pgSz[^>]*w:orient="landscape"/);
    expect(xml).toContain("w:tblHeader");
    expect(Object.keys(parts).some((name) => strFromU8(parts[name]!).includes("PAGE"))).toBe(true);
    const words = xml.replace(/<[^>]+>/g, " ").replaceAll("\u00A0", " ");
    for (const text of [
      "Управление образования Приозёрного",
      "об исполнении дорожной карты",
      "«Программа поддержки школ района»",
      "приказом от 14.12.2025 № 12",
      "Период: 2026 год",
      "Начальник управления",
    ])
      expect(words).toContain(text);
    expect(words.split("Программа поддержки школ района")).toHaveLength(2);
    expect(String(answer.headers["content-disposition"])).toContain(encodeURIComponent("2026 год.docx"));
  });

  it("counts only what a school sees of it, and says so", async () => {
    const answer = await personas.school.call("GET", path("docx"));
    const content = new Uint8Array(answer.raw);
    const words = strFromU8(unzipSync(content)["word/document.xml"]!).replace(/<[^>]+>/g, " ");
    expect(words).toContain("только сроки, которые видны составителю");
    const rows = tableOf(content);
    for (const [at, measureId] of given.measureIds.entries()) {
      const { figure } = await factsOf("school", measureId);
      const remark = rows.find((cells) => cells[0] === `${at}.1`)!.at(-1)!;
      if (figure.accepted < figure.due && figure.soon + figure.ahead < figure.due)
        expect(remark).toContain(`принято ${figure.accepted} из ${figure.due}`);
    }
  });

  it("reads back from the workbook with numbers as numbers", async () => {
    const answer = await personas.officer.call("GET", path("xlsx", "?period=2026"));
    const [sheet] = (await readXlsx(new Uint8Array(answer.raw))).sheets;
    const head = sheet!.rows.findIndex((row) => row[0] === OWN[0]);
    expect(sheet!.rows[head]).toEqual([...OWN, "Факт", ...DONE]);
    expect(sheet!.name).toBe("План мероприятий");
    for (const [at, measureId] of given.measureIds.entries()) {
      const row = sheet!.rows.find((cells) => String(cells[0]) === `${at}.1`)!;
      expect(row[4]).toBe(10);
      const { facts } = await factsOf("officer", measureId);
      const fact = facts.find(({ year }: { year: number }) => year === 2026)?.fact;
      if (at !== 2) expect(row[5]).toBe(fact ?? null);
    }
  });

  it("of a quarter names it over the facts and tells the year beside what its plan asks", async () => {
    const printed = async (period: string) =>
      tableOf(new Uint8Array((await personas.officer.call("GET", path("docx", `?period=${period}`))).raw));
    const [year, quarter] = [await printed("2026"), await printed("2026-Q1")];
    expect(quarter[0]).toEqual([...OWN, "Факт за I квартал 2026", ...DONE]);
    const told = quarter.flatMap((row, at) => {
      const found = /за год принято (\d+) из (\d+)/.exec(row.at(-1)!);
      return found ? [{ found, whole: year[at]!.at(-1)! }] : [];
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { found, whole } of told)
      if (found[1] === found[2]) expect(whole).toContain("выполнено");
      else if (found[1] !== "0") expect(whole).toContain(`принято ${found[1]} из ${found[2]}`);
  });

  it.skipIf(!OFFICE)("opens in LibreOffice, as Word document and as workbook", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "orientir-report-"));
    try {
      for (const format of ["docx", "xlsx"]) {
        const answer = await personas.officer.call("GET", path(format));
        await writeFile(join(folder, `report.${format}`), answer.raw);
      }
      const convert = (to: string, file: string) =>
        promisify(execFile)(
          OFFICE!,
          [
            `-env:UserInstallation=file://${folder}/profile`,
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            join(folder, file),
          ],
          { timeout: 100_000 },
        );
      await convert("txt:Text (encoded):UTF8", "report.docx");
      const text = await readFile(join(folder, "report.txt"), "utf8");
      for (const words of ["ОТЧЁТ", "Что сделать", "2. Работаем со школами", "Дело 3 <особое> & важное", "Замечание"])
        expect(text).toContain(words);
      await convert("pdf", "report.docx");
      expect((await readFile(join(folder, "report.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
