import { describe, expect, it } from "vitest";
import { measure, redaction, section } from "../../../../test/support/redaction-samples.ts";
import { differenceOf, isNothing } from "./redaction-difference.ts";

const told = (difference: ReturnType<typeof differenceOf>) =>
  difference.rows.map(({ kind, key, numberBefore, placeBefore }) =>
    [kind, key, numberBefore !== null && `было ${numberBefore}`, placeBefore !== null && `из ${placeBefore}`]
      .filter(Boolean)
      .join(" "),
  );

const BEFORE = redaction([
  section("s1", "Диагностика", [measure("a", "Анализ", { number: "1.1" }), measure("b", "Опрос", { number: "1.2" })], {
    number: "1.",
  }),
  section(
    "s2",
    "Помощь",
    [measure("c", "Клуб", { number: "2.1", dueText: "до 1 мая" }), measure("d", "Смотр", { number: "2.2" })],
    { number: "2" },
  ),
]);

describe("what a redaction changes", () => {
  it("nothing in itself, and nothing by dots, case and spaces alone", () => {
    const same = redaction([
      section(
        "s1",
        "диагностика",
        [measure("a", "анализ", { number: "1.1." }), measure("b", "Опрос ", { number: "1.2" })],
        { number: "1" },
      ),
      section(
        "s2",
        "Помощь",
        [measure("c", "Клуб", { number: "2.1", dueText: "До 1  мая" }), measure("d", "Смотр", { number: "2.2" })],
        { number: "2." },
      ),
    ]);
    expect(isNothing(differenceOf(BEFORE, BEFORE))).toBe(true);
    expect(isNothing(differenceOf(BEFORE, same))).toBe(true);
  });

  it("a section or roadmap with another title is a change, though no row of it is", () => {
    const [roadmap] = BEFORE.roadmaps;
    const sections = roadmap!.sections.map((one) => (one.key === "s2" ? { ...one, title: "Помощь учителю" } : one));
    const difference = differenceOf(BEFORE, { ...BEFORE, roadmaps: [{ ...roadmap!, sections }] });
    expect(isNothing(difference)).toBe(false);
    expect(difference.counts).toMatchObject({ same: 4, moved: 0 });
    expect(difference.head).toEqual([
      {
        name: "Раздел",
        words: [
          { kind: "same", text: "2. Помощь" },
          { kind: "added", text: " учителю" },
        ],
      },
    ]);
  });

  it("a row may be changed, moved and renumbered at once; what is gone is told in its own section", () => {
    const after = redaction([
      section("s1", "Диагностика", [
        measure("n", "Новое", { number: "1.1" }),
        measure("b", "Опрос", { number: "1.2" }),
      ]),
      section("s2", "Помощь", [measure("d", "Смотр", { number: "2.1" })]),
      section("s3", "Итоги", [measure("c", "Клуб", { number: "3.1", dueText: "до 1 июня" })]),
    ]);
    const difference = differenceOf(BEFORE, after);
    expect(told(difference)).toEqual([
      "removed a",
      "added n",
      "same b",
      "same d было 2.2",
      "changed c было 2.1 из 2. Помощь",
    ]);
    expect(difference.counts).toEqual({ same: 2, changed: 1, added: 1, removed: 1, moved: 1, renumbered: 2 });
    expect(difference.rows.at(-1)!.fields).toEqual([
      {
        name: "Срок",
        words: [
          { kind: "same", text: "до 1 " },
          { kind: "removed", text: "мая" },
          { kind: "added", text: "июня" },
        ],
      },
    ]);
  });

  it("backwards, what was added is removed and what was changed is changed back", () => {
    const after = redaction([
      section("s1", "Диагностика", [measure("a", "Анализ итогов", { number: "1.1" }), measure("n", "Новое")]),
    ]);
    const [there, back] = [differenceOf(BEFORE, after).counts, differenceOf(after, BEFORE).counts];
    expect([back.added, back.removed, back.changed, back.same]).toEqual([
      there.removed,
      there.added,
      there.changed,
      there.same,
    ]);
  });

  it("the passport is told apart from the rows", () => {
    const after = { ...BEFORE, endsOn: "2028-12-31", goal: "Рост" };
    expect(differenceOf(BEFORE, after).head.map(({ name }) => name)).toEqual(["Период", "Цель"]);
    expect(isNothing(differenceOf(BEFORE, after))).toBe(false);
  });

  it("planned values and parties are compared as a reader sees them", () => {
    const value = (number: number) => ({
      label: "",
      unit: "count" as const,
      aggregation: "eachYear" as const,
      subGroup: "",
      totalText: "",
      totalValue: null,
      years: [{ year: 2026, text: "", value: number, atLeast: false }],
    });
    const party = { name: "ОО", part: "assignee" as const, audience: null };
    const [one, other] = [
      redaction([section("s", "С", [measure("a", "Анализ", { responsibleText: "ОО", plannedValues: [value(3)] })])]),
      redaction([section("s", "С", [measure("a", "Анализ", { parties: [party], plannedValues: [value(5)] })])]),
    ];
    expect(differenceOf(one, other).rows[0]!.fields.map(({ name }) => name)).toEqual(["План"]);
  });
});
