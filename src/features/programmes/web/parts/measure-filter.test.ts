import { describe, expect, it } from "vitest";
import type { MeasureSeen, ProgrammeTable } from "../../model/seen.ts";
import { narrowed, partiesIn } from "./measure-filter.ts";

const measure = (id: string, sectionId: string | null, more: Partial<MeasureSeen> = {}) =>
  ({
    id,
    sectionId,
    number: id,
    title: `Мероприятие ${id}`,
    result: "",
    dueText: "",
    reportDocument: "",
    closed: false,
    unclear: false,
    nextDueOn: null,
    parties: [],
    plannedValues: [],
    ...more,
  }) as unknown as MeasureSeen;
const section = (id: string, parentId: string | null, closed = false) => ({
  id,
  parentId,
  closed,
  version: 1,
  number: "",
  title: id,
});
const party = (name: string) => ({ id: name, name, part: "assignee", audience: null }) as const;

const table: ProgrammeTable = {
  years: [2026],
  currentYear: 2026,
  today: "2026-10-22",
  can: { edit: true },
  roadmaps: [
    {
      id: "r",
      version: 1,
      title: "Карта",
      closed: false,
      sections: [section("s", null), section("t", "s"), section("gone", null, true), section("in-gone", "gone")],
      measures: [
        measure("1", "s", { parties: [party("УО"), party("ОО")], nextDueOn: "2026-11-05" }),
        measure("2", "t", { parties: [party("ОО")], title: "Отчёт о ёлках", unclear: true, nextDueOn: "2026-11-06" }),
        measure("3", null, { closed: true }),
        measure("4", "in-gone"),
      ],
    },
  ],
};
const found = (filter: object) =>
  narrowed(table, { q: "", party: "all", state: "all", ...filter }).flatMap((roadmap) =>
    roadmap.measures.map((each) => each.id),
  );

describe("the measures shown", () => {
  it.each([
    [{}, ["1", "2"]],
    [{ q: "елках" }, ["2"]],
    [{ q: "нет такого" }, []],
    [{ party: "УО" }, ["1"]],
    [{ state: "soon" }, ["1"]],
    [{ state: "unclear" }, ["2"]],
    [{ state: "closed" }, ["3", "4"]],
    [{ state: "late" }, []],
  ])("with %j are %j", (filter, ids) => expect(found(filter)).toEqual(ids));

  it("keep the sections they stand in, and no others", () => {
    const [roadmap] = narrowed(table, { q: "елках", party: "all", state: "all" });
    expect(roadmap!.sections.map((each) => each.id)).toEqual(["s", "t"]);
  });

  it("hide what is closed where nothing is asked for", () => {
    const [roadmap] = narrowed(table, { q: "", party: "all", state: "all" });
    expect(roadmap!.sections.map((each) => each.id)).toEqual(["s", "t"]);
  });

  it("take what is late and soon from the facts where they are counted", () => {
    const counted = {
      ...table,
      facts: {
        values: {},
        sections: {},
        measures: {
          "2": {
            late: 2,
            lateYears: [2026],
            lateYear: null,
            lateBearers: 2,
            lateName: null,
            soon: 0,
            submitted: 0,
            isAccepted: false,
          },
        },
      },
    };
    expect(narrowed(counted, { q: "", party: "all", state: "late" })[0]!.measures.map(({ id }) => id)).toEqual(["2"]);
  });
});

it("offers the parties named, the most frequent first", () => expect(partiesIn(table)).toEqual(["ОО", "УО"]));
