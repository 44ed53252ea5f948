import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "#platform/office/workbook.ts";
import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const YEARLY = [{ kind: "yearly", windows: [{ from: null, to: "10-15" }], freq: null }];
const WEEKLY = [{ kind: "cadence", windows: [], freq: "1/week" }];
const SCHOOLS = { kind: "organisationKind", kinds: ["school"] };

describe("what a programme would ask for", () => {
  let world: World;
  let territoryId: Id;
  let officer: Persona, head: Persona, foreign: Persona;
  let at: string;
  const ids: Record<string, Id> = {};
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territoryId = await world.territory({ kind: "municipality", parentId: region });
    const other = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(territoryId, "school");
    await world.organisation(territoryId, "school");
    officer = await world.person([{ role: "officer", territoryId }]);
    head = await world.person([{ role: "school_head", territoryId, organisationId: school }]);
    foreign = await world.person([{ role: "officer", territoryId: other }]);
    const made = await officer.call("POST", "/api/programmes", {
      territoryId,
      title: "Поддержка школ «Опора»",
      startsOn: "2026-01-01",
      endsOn: "2027-12-31",
    });
    at = `/api/programmes/${territoryId}/${made.body.id}`;
    const roadmap = await officer.call("POST", `${at}/roadmaps`, { title: "Дорожная карта" });
    const parties = [{ name: "ОО", part: "assignee", audience: SCHOOLS }];
    for (const [number, more] of Object.entries({
      "1.1": { dueText: "до 15 октября", cadence: YEARLY, parties },
      "1.2": { dueText: "до 15 октября", cadence: YEARLY },
      "1.3": { dueText: "до 15 октября", cadence: YEARLY, parties: [{ ...parties[0], audience: null }] },
      "1.4": { dueText: "", cadence: [], parties },
      "1.5": { dueText: "еженедельно", cadence: WEEKLY, parties },
    })) {
      const answer = await officer.call("POST", `${at}/measures`, {
        roadmapId: roadmap.body.id,
        sectionId: null,
        number,
        title: `Дело ${number}`,
        ...more,
      });
      expect(answer.status).toBe(200);
      ids[number] = answer.body.id;
    }
  });
  afterAll(() => world.close());

  const WEIGHED = {
    dueText: "еженедельно",
    cadence: WEEKLY,
    accountMoments: null,
    reporting: "each",
    plannedYears: [],
    parties: [{ part: "assignee", audience: SCHOOLS }],
  };

  it("is told to those who lead it alone", async () => {
    for (const [by, status] of [
      [foreign, 404],
      [head, 404],
    ] as const) {
      expect((await by.call("GET", `${at}/outlook`)).status).toBe(status);
      expect((await by.call("POST", `${at}/weigh`, WEIGHED)).status).toBe(status);
    }
  });

  it("names measures that nobody would report, that have no term, and that ask too often", async () => {
    const { status, body } = await officer.call("GET", `${at}/outlook`);
    const numbers = (list: readonly { number: string }[]) => list.map((one) => one.number);
    expect(status).toBe(200);
    expect(numbers(body.noParties)).toEqual(["1.2"]);
    expect(numbers(body.nobodyMeant)).toEqual(["1.3"]);
    expect(numbers(body.termUnclear)).toEqual(["1.4"]);
    expect(body.frequent).toEqual([expect.objectContaining({ id: ids["1.5"], bearers: 2 })]);
    expect([body.measures, body.bearers]).toEqual([5, 2]);
  });

  it("counts the very obligations that approval makes", async () => {
    const { body: before } = await officer.call("GET", `${at}/outlook`);
    const { version } = (await officer.call("GET", at)).body;
    const approved = await officer.call("POST", `${at}/steps`, {
      version,
      step: "approve",
      confirmed: true,
      directive: { number: "41", datedOn: "2025-12-18", title: "" },
    });
    expect(approved.status).toBe(200);
    await world.settle();
    const [made] = await world.rows<{ all: number; late: number }>(
      "select count(*)::int as all, (count(*) filter (where due_on < '2026-10-22'))::int as late from obligation where programme_id = $1",
      [at.split("/").at(-1)],
    );
    expect([before.reports, before.late]).toEqual([made!.all, made!.late]);
    expect(before.late).toBeGreaterThan(80);
  });

  it("weighs a measure in the form and keeps nothing", async () => {
    const { status, body } = await officer.call("POST", `${at}/weigh`, WEIGHED);
    expect(status).toBe(200);
    expect(body.yearly).toBeGreaterThanOrEqual(52);
    expect([body.bearers, body.reports]).toEqual([2, body.dues * 2]);
    expect((await officer.call("GET", `${at}/measures`)).body.roadmaps[0].measures).toHaveLength(5);
  });

  it("is not told to a school that reads the approved programme", async () => {
    expect((await head.call("GET", at)).status).toBe(200);
    expect((await head.call("GET", `${at}/outlook`)).status).toBe(403);
    expect((await head.call("POST", `${at}/weigh`, WEIGHED)).status).toBe(403);
  });

  it("is approved by a directive whose title quotes the programme's quotes", async () => {
    const { paper } = (await officer.call("GET", at)).body;
    const { body } = await officer.call("GET", `/api/papers/${territoryId}/${paper.id}`);
    expect(body.title).toBe("Об утверждении программы «Поддержка школ „Опора“»");
  });

  it("is taken away with its measures, plan in numbers where it is a number", async () => {
    await officer.call("PATCH", `${at}/measures/${ids["1.1"]}`, {
      version: 1,
      plannedValues: [
        {
          label: "школ",
          unit: "count",
          aggregation: "sum",
          subGroup: "",
          totalText: "",
          totalValue: null,
          years: [
            { year: 2026, text: "10", value: 10, atLeast: false },
            { year: 2027, text: "12 000", value: 12_000, atLeast: false },
          ],
        },
      ],
    });
    expect((await foreign.call("GET", `${at}/measures.xlsx`)).status).toBe(404);
    const { raw } = await officer.call("GET", `${at}/measures.xlsx`);
    const [sheet] = await readWorkbook(raw);
    const [columns, first] = sheet!.rows;
    expect([sheet!.name, sheet!.rows.length]).toEqual(["Дорожная карта", 6]);
    expect(first!.slice(0, 2)).toEqual(["1.1", "Дело 1.1"]);
    expect(first![columns!.indexOf("2026 план")]).toBe(10);
    expect(first![columns!.indexOf("2027 план")]).toBe(12_000);
    expect(first![columns!.indexOf("Исполнители")]).toBe("ОО");
  });

  it("stands in the workbooks of the lists, which strangers do not get", async () => {
    for (const list of ["programmes", "papers"]) {
      const address = `/api/${list}.xlsx?territoryId=${territoryId}`;
      expect((await foreign.call("GET", address)).status).toBe(404);
      const { raw, status } = await officer.call("GET", address);
      expect(status).toBe(200);
      const [sheet] = await readWorkbook(raw);
      expect(sheet!.rows).toHaveLength(2);
      expect(sheet!.rows[1]!.join(" ")).toContain("Поддержка школ");
    }
    const none = await officer.call("GET", `/api/programmes.xlsx?territoryId=${territoryId}&status=finished`);
    expect((await readWorkbook(none.raw))[0]!.rows).toHaveLength(1);
  });

  it("is taken away whole where its long name is cut in the middle of a sign", async () => {
    const form = { territoryId, title: `${"П".repeat(79)}😀 и дальше`, startsOn: "2026-01-01", endsOn: "2026-12-31" };
    const { body } = await officer.call("POST", "/api/programmes", form);
    const { status, headers } = await officer.call("GET", `/api/programmes/${territoryId}/${body.id}/measures.xlsx`);
    expect([status, headers["content-disposition"]]).toEqual([200, expect.stringMatching(/\.xlsx$/)]);
  });
});
