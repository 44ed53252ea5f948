import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import type { Edited } from "#features/programmes/model/seen.ts";
import type { OrganisationView } from "#features/places/model/contract.ts";
import { openDistrict, type District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { handMade, LOW_OWE, SCHOOLS_OWE, window, type HandMade } from "./hand-made.ts";
import { readTable } from "./import-story.ts";
import { accepted, filled, obligations, startReport, submitted } from "./report-story.ts";

const YEARS = [
  window("2021-01-01", "2021-12-31"),
  window("2022-01-01", "2022-12-31"),
  window("2023-01-01", "2023-12-31"),
];

describe("what the district does moves what is owed, and never what was reported", () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.world.close());

  /** every row of the plan as its tables hold it, by id */
  const rowsOf = async (measureId: Id) =>
    new Map(
      (await district.world.rows<{ id: Id }>("select * from obligation where measure_id = $1", [measureId])).map(
        (row) => [row.id, row],
      ),
    );
  const open = async (measureId: Id) =>
    (await obligations(district.officer, district, { measureId })).filter(({ closed }) => !closed);
  const dues = (rows: readonly ObligationRow[], school: number) =>
    rows.filter(({ bearer }) => bearer.organisationId === district.schoolIds[school]).map(({ dueOn }) => dueOn);
  const at = (rows: readonly ObligationRow[], school: number, dueOn: string) =>
    rows.find((row) => row.bearer.organisationId === district.schoolIds[school] && row.dueOn === dueOn)!;

  describe("designations", () => {
    let plan: HandMade;
    let measureId: Id;
    beforeAll(async () => {
      plan = await handMade(district, [
        { number: "1", title: "Разбор результатов", cadence: YEARS, parties: [LOW_OWE] },
      ]);
      measureId = plan.measureIds[0]!;
    });

    it("one given later adds the obligations of its days and touches no other", async () => {
      const before = await rowsOf(measureId);
      expect(before.size).toBe(6);
      granted(
        await district.officer.call("POST", `/api/organisations/${district.schoolIds[5]}/designations`, {
          kind: "low_results",
          from: "2022-01-10",
          to: null,
          paperId: null,
        }),
      );
      await district.world.settle();
      const after = await rowsOf(measureId);
      for (const [id, row] of before) expect(after.get(id)).toEqual(row);
      // the first year ended before the status began
      expect(dues(await open(measureId), 5)).toEqual(["2022-12-31", "2023-12-31"]);
      expect(after.size).toBe(8);
    });

    it("one that ends frees what nobody has begun; a draft, a sent and an accepted report stay as they were", async () => {
      const { heads, officer, schoolIds, territoryId, world } = district;
      const rows = await open(measureId);
      const done = await submitted(heads[0]!, district, filled(at(rows, 0, "2021-12-31").id));
      const draft = granted(await startReport(heads[0]!, district, filled(at(rows, 0, "2022-12-31").id)));
      await accepted(district, done);
      const before = await rowsOf(measureId);
      const school = granted(await officer.call<OrganisationView>("GET", `/api/organisations/${schoolIds[0]}`));
      const [designation] = school.designations;
      granted(
        await officer.call("PATCH", `/api/designations/${designation!.id}`, {
          territoryId,
          version: designation!.version,
          kind: "low_results",
          from: designation!.from,
          to: "2021-11-30",
          paperId: null,
        }),
      );
      await world.settle();
      const after = await rowsOf(measureId);
      for (const { id } of [at(rows, 0, "2021-12-31"), at(rows, 0, "2022-12-31")])
        expect(after.get(id)).toEqual(before.get(id));
      expect(dues(await open(measureId), 0)).toEqual(["2021-12-31", "2022-12-31"]);
      const freed = await heads[0]!.call("GET", `/api/obligations/${territoryId}/${at(rows, 0, "2023-12-31").id}`);
      expect([freed.body.closed, freed.body.state]).toEqual([true, "notApplicable"]);
      const kept = await heads[0]!.call("GET", `/api/reports/${territoryId}/${draft.id}`);
      expect([kept.body.state, kept.body.can.submit]).toEqual(["draft", true]);
      expect(dues(await open(measureId), 1)).toEqual(["2021-12-31", "2022-12-31", "2023-12-31"]);
    });
  });

  it("a changed school calendar moves the days of what counts by school terms, but not of what was reported", async () => {
    const { heads, officer, territoryId, world } = district;
    const termly = [{ kind: "cadence" as const, windows: [], freq: "1/schoolTerm" as const }];
    const { measureIds } = await handMade(district, [
      { number: "1", title: "Совет по итогам четверти", cadence: termly, parties: [SCHOOLS_OWE] },
      { number: "2", title: "Ежегодный доклад", cadence: YEARS, parties: [SCHOOLS_OWE] },
    ]);
    const [byTerms, byYears] = [measureIds[0]!, measureIds[1]!];
    const rows = await open(byTerms);
    const usual = dues(rows, 1);
    expect(usual.filter((day) => day > "2021-09" && day < "2022-06")).toEqual([
      "2021-10-27",
      "2021-12-28",
      "2022-03-23",
      "2022-05-26",
    ]);
    const reported = at(rows, 0, "2021-12-28");
    granted(await startReport(heads[0]!, district, filled(reported.id)));
    const [before, yearly] = [await rowsOf(byTerms), await rowsOf(byYears)];
    const terms = [
      ["2021-09-01", "2021-10-29"],
      ["2021-11-08", "2021-12-24"],
      ["2022-01-10", "2022-03-25"],
      ["2022-04-04", "2022-05-31"],
    ].map(([from, to], index) => ({ number: index + 1, from, to }));
    granted(await officer.call("PUT", `/api/school-years/${territoryId}/2021`, { version: null, terms }));
    await world.settle();
    const moved = await open(byTerms);
    expect(dues(moved, 1)).toEqual(
      usual.map((day) => {
        const term = ["2021-10-27", "2021-12-28", "2022-03-23", "2022-05-26"].indexOf(day);
        return term < 0 ? day : terms[term]!.to!;
      }),
    );
    // moved in place: the same rows, the reported one to the letter
    const after = await rowsOf(byTerms);
    expect(new Set(after.keys())).toEqual(new Set(before.keys()));
    expect(after.get(reported.id)).toEqual(before.get(reported.id));
    expect(await rowsOf(byYears)).toEqual(yearly);
  });

  it("an edited term moves what nobody has begun; undone, it moves back; reports are never disturbed", async () => {
    const { heads, officer, territoryId, world } = district;
    const { programmeId, measureIds } = await handMade(district, [
      { number: "1", title: "Открытые уроки", cadence: [window("2022-01-01", "2022-05-31")], parties: [SCHOOLS_OWE] },
    ]);
    const measureId = measureIds[0]!;
    const path = `/api/programmes/${territoryId}/${programmeId}`;
    const rows = await open(measureId);
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(Array.from({ length: 6 }, () => "2022-05-31"));
    const reported = at(rows, 0, "2022-05-31");
    await submitted(heads[0]!, district, filled(reported.id));
    const before = await rowsOf(measureId);
    const reportsBefore = await world.rows("select * from report order by id");
    const [measure] = (await readTable(officer, territoryId, programmeId)).roadmaps[0]!.measures;
    const edited = granted(
      await officer.call<Edited>("PATCH", `${path}/measures/${measureId}`, {
        version: measure!.version,
        dueText: "до 15 ноября 2022",
        cadence: [{ ...window("2022-01-01", "2022-11-15") }],
      }),
    );
    await world.settle();
    const changed = await open(measureId);
    for (const school of [1, 2, 3, 4, 5]) expect(dues(changed, school)).toEqual(["2022-11-15"]);
    expect(dues(changed, 0)).toContain("2022-05-31");
    expect((await rowsOf(measureId)).get(reported.id)).toEqual(before.get(reported.id));

    granted(await officer.call("POST", `${path}/changes/${edited.changeId}/undo`));
    await world.settle();
    const back = await open(measureId);
    for (const school of [0, 1, 2, 3, 4, 5]) expect(dues(back, school)).toEqual(["2022-05-31"]);
    expect((await rowsOf(measureId)).get(reported.id)).toEqual(before.get(reported.id));
    expect(await world.rows("select * from report order by id")).toEqual(reportsBefore);
  });

  it("a closed measure frees what nobody has begun and comes back whole when it is opened again", async () => {
    const { heads, officer, territoryId, world } = district;
    const { programmeId, measureIds } = await handMade(district, [
      {
        number: "1",
        title: "Взаимные посещения",
        cadence: [window("2022-01-01", "2022-12-31")],
        parties: [SCHOOLS_OWE],
      },
    ]);
    const measureId = measureIds[0]!;
    const close = async (closed: boolean) => {
      const [measure] = (await readTable(officer, territoryId, programmeId)).roadmaps[0]!.measures;
      const path = `/api/programmes/${territoryId}/${programmeId}/measures/${measureId}/close`;
      granted(await officer.call("POST", path, { version: measure!.version, closed }));
      await world.settle();
    };
    const rows = await open(measureId);
    granted(await startReport(heads[2]!, district, filled(at(rows, 2, "2022-12-31").id)));
    await close(true);
    expect((await open(measureId)).map(({ bearer }) => bearer.organisationId)).toEqual([district.schoolIds[2]]);
    await close(false);
    expect(new Set((await open(measureId)).map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)));
  });
});
