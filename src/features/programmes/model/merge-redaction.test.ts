import { describe, expect, it } from "vitest";
import { measure, redaction, section } from "../../../../test/support/redaction-samples.ts";
import { mergeRedaction } from "./merge-redaction.ts";
import { pairPlaces } from "./pair-places.ts";
import { placedMeasures, type RedactionMeasure } from "./redaction-document.ts";
import { changesDuties } from "./redaction-duties.ts";

const ID = "00000000-0000-4000-8000-00000000000";
const MAY = [{ kind: "once" as const, windows: [{ from: null, to: "2026-05-01" }], freq: null }];
const JUNE = [{ kind: "once" as const, windows: [{ from: null, to: "2026-06-01" }], freq: null }];
const schools = {
  name: "ОО",
  part: "assignee" as const,
  audience: { kind: "organisationKind" as const, kinds: ["school" as const] },
};
const nobody = { name: "ОО", part: "assignee" as const, audience: null };
const value = (label: string, more: object = {}): RedactionMeasure["plannedValues"][number] => ({
  label,
  unit: "count",
  aggregation: "eachYear",
  subGroup: "",
  totalText: "",
  totalValue: 3,
  years: [],
  ...more,
});

const merged = (old: RedactionMeasure, now: RedactionMeasure): RedactionMeasure => {
  const [before, after] = [redaction([section("s", "Раздел", [old])]), redaction([section("x", "Раздел", [now])])];
  const identities = {
    measures: new Map([[now.key, old.key]]),
    places: new Map([["x", "s"]]),
    keptRoadmaps: new Set<string>(),
  };
  return placedMeasures(mergeRedaction(before, after, identities))[0]!.measure;
};

describe("a row of the new redaction", () => {
  it("keeps its identity, and what was understood by words that did not change", () => {
    const old = measure("m", "Анализ", {
      dueText: "до 1 мая",
      cadence: MAY,
      responsibleText: "ОО",
      parties: [{ ...schools, id: `${ID}1` }],
      reporting: "first",
      reportDocument: "Справка",
    });
    const now = measure("n", "Анализ итогов", { dueText: "До 1 мая", responsibleText: "ОО", parties: [nobody] });
    const { key, title, cadence, parties, reporting, reportDocument } = merged(old, now);
    expect([key, title, cadence, reporting]).toEqual(["m", "Анализ итогов", MAY, "first"]);
    expect(parties).toEqual([{ ...schools, id: `${ID}1` }]);
    // the new document has no such column: what a person wrote there is not lost
    expect(reportDocument).toBe("Справка");
    expect(changesDuties(old, merged(old, now))).toBe(false);
  });

  it("that names somebody twice gives one of them the identity of the party that stood", () => {
    const old = measure("m", "Анализ", { responsibleText: "ОО", parties: [{ ...schools, id: `${ID}1` }] });
    const now = measure("n", "Анализ", { responsibleText: "ОО, УО, ОО", parties: [schools, nobody] });
    expect(merged(old, now).parties).toEqual([{ ...schools, id: `${ID}1` }, nobody]);
  });

  it("takes the new term and the new parties; a party that stays is the same party", () => {
    const old = measure("m", "Анализ", {
      dueText: "до 1 мая",
      cadence: MAY,
      responsibleText: "ОО",
      parties: [{ ...schools, id: `${ID}1` }],
    });
    const centre = { name: "ММЦ", part: "coAssignee" as const, audience: null };
    const now = measure("n", "Анализ", {
      dueText: "до 1 июня",
      cadence: JUNE,
      responsibleText: "ОО, ММЦ",
      parties: [schools, centre],
    });
    const after = merged(old, now);
    expect([after.cadence, after.parties]).toEqual([JUNE, [{ ...schools, id: `${ID}1` }, centre]]);
    expect(changesDuties(old, after)).toBe(true);
  });

  it("its planned values keep the identity that reports cite: by their words, else by their place", () => {
    const old = measure("m", "Анализ", {
      plannedValues: [value("школы", { id: `${ID}1` }), value("учителя", { id: `${ID}2` })],
    });
    const now = measure("n", "Анализ", {
      plannedValues: [value("учителя", { totalValue: 9 }), value("школы района"), value("доля", { unit: "percent" })],
    });
    expect(merged(old, now).plannedValues.map(({ label, id }) => [label, id])).toEqual([
      ["учителя", `${ID}2`],
      ["школы района", `${ID}1`],
      ["доля", undefined],
    ]);
  });
});

describe("sections and roadmaps", () => {
  const before = redaction([
    section("s1", "Диагностика", [measure("a", "Анализ"), measure("b", "Опрос")], { number: "1" }),
    section("s2", "Помощь учителю", [measure("c", "Клуб")], { number: "2" }),
  ]);

  it("are found by what stands in them, and by their titles", () => {
    const after = redaction([
      section("x1", "Выявление трудностей", [measure("A", "Анализ"), measure("B", "Опрос")], { number: "1" }),
      section("x2", "Помощь учителю", [], { number: "3" }),
      section("x3", "Итоги", [measure("N", "Доклад")], { number: "2" }),
    ]);
    after.roadmaps.forEach((roadmap) => Object.assign(roadmap, { key: "new" }));
    const places = pairPlaces(
      before,
      after,
      new Map([
        ["A", "a"],
        ["B", "b"],
      ]),
    );
    expect(Object.fromEntries(places)).toEqual({ new: "road", x1: "s1", x2: "s2" });
  });

  it("a roadmap that the new document is silent about goes on without what has moved from it", () => {
    const two = {
      ...before,
      roadmaps: [
        ...before.roadmaps,
        {
          key: "other",
          title: "Вторая",
          columns: [],
          sections: [],
          measures: [measure("x", "Икс"), measure("y", "Игрек")],
        },
      ],
    };
    const after = redaction([section("x1", "Диагностика", [measure("A", "Анализ"), measure("X", "Икс")])]);
    const document = mergeRedaction(two, after, {
      measures: new Map([
        ["A", "a"],
        ["X", "x"],
      ]),
      places: new Map([
        ["road", "road"],
        ["x1", "s1"],
      ]),
      keptRoadmaps: new Set(["other"]),
    });
    expect(placedMeasures(document).map(({ measure: one, placeKey }) => `${one.key} ${placeKey}`)).toEqual([
      "a s1",
      "x s1",
      "y other",
    ]);
  });
});
