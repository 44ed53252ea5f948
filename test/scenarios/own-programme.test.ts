import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openDistrict, type District } from "./given-district.ts";
import { importDocument, putInForce, readProgramme, readTable } from "./import-story.ts";
import { accepted, filled, obligations, submitted, takeStep } from "./report-story.ts";
import { careReading, expectedRows, fold, hasSource, sourceBytes } from "./source-document.ts";

const FIXTURE = "fixtures/documents/school-support-demo.docx";

describe("a school's own programme", () => {
  let district: District;
  let territorys: Id;
  let own: Id;
  beforeAll(async () => {
    district = await openDistrict("2026-12-10T09:00:00+03:00");
    const { officer, heads, schoolIds } = district;
    const bytes = readFileSync(FIXTURE);
    territorys = (await importDocument(district, officer, { fileName: "Карта района.docx", bytes })).programmeId;
    await putInForce(district, officer, territorys, { number: "12", datedOn: "2024-12-16" });
    own = (
      await importDocument(district, heads[0]!, {
        fileName: "Карта школы.docx",
        bytes,
        ownerOrganisationId: schoolIds[0]!,
      })
    ).programmeId;
    await putInForce(district, heads[0]!, own, { number: "31", datedOn: "2024-12-20" });
  });
  afterAll(() => district.world.close());

  it("is not begun by the head of another school, nor the district's by any head", async () => {
    const { heads, schoolIds, territoryId } = district;
    const start = (ownerOrganisationId: Id | null) =>
      heads[1]!.call("POST", "/api/imports", {
        territoryId,
        ownerOrganisationId,
        fileId: null,
        pasted: { name: "Карта", text: "№\tМероприятие\tСрок\n1\tСобрать совет\tмай 2026" },
      });
    expect((await start(schoolIds[0]!)).status).toBe(404);
    expect((await start(null)).status).toBe(404);
    expect((await start(schoolIds[1]!)).status).toBe(200);
  });

  it("binds the school alone, whomever its words name", async () => {
    const { officer, heads, schoolIds } = district;
    const rows = await obligations(officer, district, { programmeId: own });
    expect(new Set(rows.map(({ bearer }) => bearer.organisationId))).toEqual(new Set([schoolIds[0]]));
    expect(rows.length).toBeGreaterThan(0);
    expect(await obligations(heads[1]!, district, { programmeId: own })).toEqual([]);
    const territorial = await obligations(officer, district, { programmeId: territorys });
    expect(new Set(territorial.map(({ bearer }) => bearer.organisationId)).size).toBe(schoolIds.length + 2);
  });

  it("gives its head no hand in the district's programme", async () => {
    const { heads, officer, territoryId, world } = district;
    const [head] = heads;
    const page = await readProgramme(head!, territoryId, territorys);
    expect(page.can).toEqual({ edit: false, lead: false, pause: false, steps: [] });
    const path = `/api/programmes/${territoryId}/${territorys}`;
    const [measure] = (await readTable(head!, territoryId, territorys)).roadmaps[0]!.measures;
    for (const answer of [
      await head!.call("PATCH", path, { version: page.version, title: "Наша программа" }),
      await head!.call("POST", `${path}/steps`, { version: page.version, step: "finish", confirmed: true }),
      await head!.call("PATCH", `${path}/measures/${measure!.id}`, { version: measure!.version, title: "Иначе" }),
      await head!.call("POST", `${path}/measures/${measure!.id}/close`, { version: measure!.version, closed: true }),
      await head!.call("POST", `${path}/roadmaps`, { title: "Ещё одна" }),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
    expect(await readProgramme(officer, territoryId, territorys)).toMatchObject({
      title: page.title,
      status: "running",
      version: page.version,
    });
    const journal = await world.rows("select action from journal where programme_id = $1 and person_id = $2", [
      territorys,
      head!.personId,
    ]);
    expect(journal).toEqual([]);
  });

  it("is led and checked inside the school: the only head may accept their own report, the officer may not", async () => {
    const { heads, officer, territoryId } = district;
    const [row] = (await obligations(heads[0]!, district, { programmeId: own })).filter(
      ({ measureNumber, dueOn }) => measureNumber === "1.3" && dueOn === "2026-12-31",
    );
    const card = await heads[0]!.call("GET", `/api/obligations/${territoryId}/${row!.id}`);
    const report = await submitted(
      heads[0]!,
      district,
      filled(row!.id, {
        doneOn: "2026-12-08" as never,
        values: card.body.plannedValues.map(({ id, year }: { id: Id; year: number }) => ({
          obligationId: row!.id,
          plannedValueId: id,
          year,
          value: 1,
          denominator: null,
        })),
      }),
    );
    expect((await takeStep(officer, district, report, "accept")).status).toBe(403);
    expect((await takeStep(heads[1]!, district, report, "accept")).status).toBe(404);
    expect((await accepted({ ...district, officer: heads[0]! }, report)).state).toBe("accepted");
  });
});

const NAME = "teacher-growth-model";

describe.skipIf(!hasSource(`${NAME}.docx`))("a school's model of teacher growth", () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.world.close());

  it("becomes the school's own programme: every row of its roadmap in order, the school alone bound", async () => {
    const { heads, schoolIds, territoryId, officer } = district;
    const { programmeId } = await importDocument(district, heads[0]!, {
      fileName: `${NAME}.docx`,
      bytes: sourceBytes(`${NAME}.docx`),
      ownerOrganisationId: schoolIds[0]!,
    });
    await putInForce(district, heads[0]!, programmeId, { number: "40", datedOn: "2017-01-09" });
    expect((await readProgramme(officer, territoryId, programmeId)).owner?.id).toBe(schoolIds[0]);
    const { roadmaps } = await readTable(heads[0]!, territoryId, programmeId);
    const expected = careReading(NAME)
      .filter(({ kind }) => kind === undefined)
      .flatMap(expectedRows);
    expect(
      roadmaps[0]!.measures.map((one) => [
        one.number.replace(/\.$/u, ""),
        fold(one.title),
        fold(one.dueText),
        fold(one.responsibleText),
        fold(one.result),
        fold(one.reportDocument),
      ]),
    ).toEqual(
      expected.map(({ measure }) => [
        fold(measure.number).replace(/\.$/u, ""),
        fold(measure.title),
        fold(measure.term),
        fold(measure.responsible),
        fold(measure.result),
        fold(measure.reportDocument),
      ]),
    );
    const rows = await obligations(officer, district, { programmeId });
    expect(new Set(rows.map(({ bearer }) => bearer.organisationId))).toEqual(new Set([schoolIds[0]]));
    expect(new Set(rows.map(({ measureNumber }) => measureNumber)).size).toBeGreaterThan(10);
  });
});

const TEXTS = "tobolsk-partner-schools";

describe.skipIf(!hasSource(`${TEXTS}.docx`))("a document of headings and lists", () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.world.close());

  it("becomes a passport with its duties, stages and criteria, and a roadmap of the duties under who bears them", async () => {
    const { officer, territoryId } = district;
    const { programmeId } = await importDocument(district, officer, {
      fileName: `${TEXTS}.docx`,
      bytes: sourceBytes(`${TEXTS}.docx`),
    });
    const { passport } = await readProgramme(officer, territoryId, programmeId);
    const part = (heading: RegExp) => passport.find((section) => heading.test(section.heading));
    expect(part(/обязана/u)?.items).toHaveLength(5);
    expect(part(/этапы/iu)?.items?.map((text) => /^\S+ этап/u.exec(text)?.[0])).toEqual([
      "Первый этап",
      "Второй этап",
      "Третий этап",
    ]);
    expect(part(/критерии/iu)?.items?.at(-1)).toMatch(/процент выполнения/iu);
    expect(part(/критерии/iu)?.items).toHaveLength(5);
    const { roadmaps } = await readTable(officer, territoryId, programmeId);
    expect(roadmaps.map(({ sections, measures }) => [sections.length, measures.length])).toEqual([[1, 5]]);
  });
});
