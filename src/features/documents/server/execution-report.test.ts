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
import { get, openProgressWorld, type ProgressWorld } from "../../../../test/support/progress-world.ts";

const OFFICE = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path));
const HEADS = [
  "№ п/п",
  "Что сделать",
  "Когда",
  "Кто отвечает",
  "План 2026",
  "Факт",
  "Дата",
  "Подтверждение",
  "Замечание",
];

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

  it("refuses those who do not see the programme, and roadmaps and periods that are not", async () => {
    for (const name of ["foreign", "nobody"] as const)
      expect((await personas[name].call("GET", path("docx"))).status).toBe(404);
    expect((await personas.curator.call("GET", path("docx", "", own.programmeId))).status).toBe(404);
    expect((await world.public.call("GET", path("xlsx"))).status).toBe(401);
    expect((await personas.officer.call("GET", path("docx", `?roadmapId=${own.roadmapId}`))).status).toBe(404);
    expect((await personas.officer.call("GET", path("docx", "?period=2026-13"))).body.code).toBe("period-unknown");
    expect((await personas.officer.call("GET", path("pdf"))).status).toBe(422);
  });

  it("prints the document's own columns, section rows, facts and remarks", async () => {
    const answer = await personas.officer.call("GET", path("docx"));
    expect(answer.status).toBe(200);
    const rows = tableOf(new Uint8Array(answer.raw));
    expect(rows[0]).toEqual(HEADS);
    for (const section of ["1. Готовим основу", "1.1. Бумаги и люди", "2. Работаем со школами"])
      expect(rows).toContainEqual([section]);
    for (const [at, measureId] of given.measureIds.entries()) {
      const row = rows.find((cells) => cells[0] === `${at}.1`)!;
      expect(row.slice(1, 5)).toEqual([`Дело ${at} <особое> & важное`, "в течение года", "руководители школ", "10"]);
      const { figure, facts } = await factsOf("officer", measureId);
      for (const { year, fact } of facts) {
        const number = String(Math.round(fact * 100) / 100).replace(".", ",");
        expect(row[5]).toContain(facts.length > 1 ? `${year}: ${number}` : number);
      }
      expect(row[8]).toContain(
        figure.accepted === figure.due ? "выполнено" : `принято ${figure.accepted} из ${figure.due}`,
      );
      expect(/просрочено (\d+)/.exec(row[8]!)?.[1] ?? "0").toBe(String(figure.late));
      if (figure.accepted > 0) expect(row[7]).toContain("https://school.example/");
    }
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
      "«План мероприятий»",
      "Программа поддержки школ района",
      "Приказ от 14.12.2025 № 12",
      "Период: 2026 год",
      "Начальник управления",
    ])
      expect(words).toContain(text);
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
      const remark = rows.find((cells) => cells[0] === `${at}.1`)![8]!;
      if (figure.due > 0 && figure.accepted < figure.due)
        expect(remark).toContain(`принято ${figure.accepted} из ${figure.due}`);
    }
  });

  it("reads back from the workbook with numbers as numbers", async () => {
    const answer = await personas.officer.call("GET", path("xlsx", "?period=2026"));
    const [sheet] = (await readXlsx(new Uint8Array(answer.raw))).sheets;
    const head = sheet!.rows.findIndex((row) => row[0] === HEADS[0]);
    expect(sheet!.rows[head]).toEqual(HEADS);
    expect(sheet!.name).toBe("План мероприятий");
    for (const [at, measureId] of given.measureIds.entries()) {
      const row = sheet!.rows.find((cells) => String(cells[0]) === `${at}.1`)!;
      expect(row[4]).toBe(10);
      const { facts } = await factsOf("officer", measureId);
      const fact = facts.find(({ year }: { year: number }) => year === 2026)?.fact;
      if (at !== 2) expect(row[5]).toBe(fact ?? null);
    }
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
