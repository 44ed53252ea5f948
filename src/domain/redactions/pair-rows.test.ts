import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairRows, type Pairing } from "./pair-rows.ts";
import type { RedactionRow } from "./row.ts";

const row = (key: string, number: string, title: string, more: Partial<RedactionRow> = {}): RedactionRow => ({
  key,
  number,
  title,
  level: "",
  path: ["Дорожная карта", "Раздел"],
  texts: ["в течение года", "ОО", "Справка"],
  ...more,
});

const told = ({ pairs }: Pairing) => pairs.map(({ before, after, by }) => `${before}-${after} ${by}`).sort();

const BEFORE = [
  row("a", "1", "Собрать команду школы", { texts: ["сентябрь 2026", "ОО", "Приказ"] }),
  row("b", "2", "Провести диагностику затруднений учителей", { texts: ["октябрь 2026", "ММЦ", "Справка"] }),
  row("c", "3", "Открытые уроки молодых педагогов", { texts: ["ежемесячно", "ОО", "Видеозаписи"] }),
  row("d", "4", "Выезды методистов в сельские школы", { texts: ["1 раз в квартал", "ММЦ", "Отчёт"] }),
];

describe("what is the same measure", () => {
  it.each<[string, RedactionRow[], string[]]>([
    [
      "nothing changed",
      BEFORE.map((one) => ({ ...one, key: one.key.toUpperCase() })),
      ["a-A likeness", "b-B likeness", "c-C likeness", "d-D likeness"],
    ],
    [
      "numbers moved because one row was put in first",
      [
        row("N", "1", "Установочное совещание директоров"),
        ...BEFORE.map((one, at) => ({ ...one, key: one.key.toUpperCase(), number: String(at + 2) })),
      ],
      ["a-A likeness", "b-B likeness", "c-C likeness", "d-D likeness"],
    ],
    [
      "a title with one word more, at another number",
      [row("C", "7", "Открытые уроки молодых педагогов района", { texts: ["ежемесячно", "ОО", "Видеозаписи"] })],
      ["c-C likeness"],
    ],
    [
      "a title written on at length after its old words",
      [
        row("A", "1", "Собрать команду школы", { texts: ["сентябрь 2026", "ОО", "Приказ"] }),
        row(
          "B",
          "2",
          "Провести диагностику затруднений учителей, обсудить её на совещании руководителей и составить план помощи каждому педагогу до конца года",
          { texts: ["октябрь 2026", "ММЦ", "Справка"] },
        ),
      ],
      ["a-A likeness", "b-B likeness"],
    ],
    [
      "a new title in the old place is asked about",
      [
        row("A", "1", "Собрать команду школы", { texts: ["сентябрь 2026", "ОО", "Приказ"] }),
        row("B", "2", "Выявить дефициты учителей", { texts: ["октябрь 2026", "ММЦ", "Справка"] }),
        row("C", "3", "Открытые уроки молодых педагогов", { texts: ["ежемесячно", "ОО", "Видеозаписи"] }),
      ],
      ["a-A likeness", "b-B asked", "c-C likeness"],
    ],
    [
      "the same title where all the rest differs is asked about",
      [
        row("D", "9", "Выезды методистов в сельские школы", {
          path: ["Иное", "Наставники"],
          texts: ["июнь 2027", "Совет", "Буклет"],
        }),
      ],
      ["d-D asked"],
    ],
    ["another level of a matrix is another measure", [row("A", "1", "Собрать команду школы", { level: "ТО" })], []],
    ["a stranger", [row("X", "1", "Смотр-конкурс кабинетов информатики")], []],
  ])("%s", (_, after, pairs) => {
    expect(told(pairRows(BEFORE, after))).toEqual(pairs);
  });

  it("rows of one title keep to their sections, not to their order", () => {
    const twin = (key: string, section: string, number: string) =>
      row(key, number, "Заседание совета", { path: ["Дорожная карта", section] });
    const before = [twin("a", "Наставники", "1.1"), twin("b", "Олимпиады", "2.1")];
    const after = [twin("B", "Олимпиады", "1.1"), twin("A", "Наставники", "2.1")];
    expect(told(pairRows(before, after))).toEqual(["a-A likeness", "b-B likeness"]);
  });

  it("an early row does not take what fits a later one better", () => {
    const before = [
      row("a", "1", "Семинар учителей математики и физики", { texts: ["март"] }),
      row("b", "2", "Семинар учителей математики", { texts: ["март"] }),
    ];
    const after = [
      row("B", "1", "Семинар учителей математики района", { texts: ["март"] }),
      row("A", "2", "Семинар учителей математики и физики района", { texts: ["март"] }),
    ];
    expect(
      pairRows(before, after)
        .pairs.map((pair) => `${pair.before}-${pair.after}`)
        .sort(),
    ).toEqual(["a-A", "b-B"]);
  });

  it("two that fit alike are asked about, both of them named", () => {
    const before = ["математики", "физики"].map((subject, at) =>
      row(`${at}`, "", `Открытый семинар учителей ${subject} средней школы`),
    );
    const { questions, pairs } = pairRows(before, [row("A", "", "Открытый семинар учителей средней школы района")]);
    expect(pairs.map(({ by }) => by)).toEqual(["asked"]);
    expect([...questions[0]!.candidates].sort()).toEqual(["0", "1"]);
  });

  it("a question names the likeliest first, and leaves out what is surely somebody's", () => {
    const after = [
      row("A", "1", "Собрать команду школы", { texts: ["сентябрь 2026", "ОО", "Приказ"] }),
      row("B", "2", "Выявить дефициты учителей", { texts: ["октябрь 2026", "ММЦ", "Справка"] }),
    ];
    expect(pairRows(BEFORE.slice(0, 2), after).questions).toEqual([{ after: "B", candidates: ["b"] }]);
  });
});

describe("what a person said", () => {
  const after = BEFORE.map((one) => ({ ...one, key: one.key.toUpperCase() }));
  it("breaks a pair, makes one by hand, and stands before any likeness", () => {
    const broken = pairRows(BEFORE, after, [{ after: "A", before: null }]);
    expect([broken.removed, broken.added]).toEqual([["a"], ["A"]]);
    const crossed = pairRows(BEFORE, after, [{ after: "A", before: "d" }]);
    expect(told(crossed)).toContain("d-A person");
    expect([crossed.removed, crossed.added]).toEqual([["a"], ["D"]]);
  });

  it("of two answers that claim one measure the last stands, and one about a row that is gone says nothing", () => {
    const twice = pairRows(BEFORE, after, [
      { after: "A", before: "d" },
      { after: "B", before: "d" },
      { after: "Z", before: "a" },
      { after: "C", before: "z" },
    ]);
    expect(told(twice)).toEqual(["a-A likeness", "c-C likeness", "d-B person"]);
  });
});

describe("laws", () => {
  const WORDS = [
    "урок",
    "семинар",
    "школа",
    "учитель",
    "конкурс",
    "совет",
    "анализ",
    "проект",
    "клуб",
    "отчёт",
    "новый",
    "район",
  ];
  const text = (most: number) =>
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((list) => list.join(" "));
  const rows = fc
    .array(
      fc.record({
        title: text(5),
        section: fc.constantFrom("Первый", "Второй"),
        texts: fc.array(text(2), { maxLength: 2 }),
      }),
      { maxLength: 14 },
    )
    .map((list) =>
      list.map(({ title, section, texts }, at) => row(`${at}`, `${at + 1}`, title, { path: [section], texts })),
    );
  const anew = (list: readonly RedactionRow[]) => list.map((one) => ({ ...one, key: `n${one.key}` }));

  it("the same document again: every row its own pair, nothing asked", () => {
    fc.assert(
      fc.property(rows, (before) => {
        const pairing = pairRows(before, anew(before));
        expect(pairing.pairs.map((pair) => [`n${pair.before}`, pair.by])).toEqual(
          before.map(({ key }) => [`n${key}`, "likeness"]),
        );
        expect([pairing.removed, pairing.added, pairing.questions]).toEqual([[], [], []]);
      }),
    );
  });

  it("put in another order and numbered anew, nothing is added and nothing removed", () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([before, shuffled]) => {
          const after = anew(shuffled).map((one, at) => ({ ...one, number: `${at + 1}.` }));
          const { removed, added } = pairRows(before, after);
          expect([removed, added]).toEqual([[], []]);
        },
      ),
    );
  });

  it("whatever the rows: each stands once, in a pair or alone, and no row has two partners", () => {
    fc.assert(
      fc.property(rows, rows.map(anew), (before, after) => {
        const { pairs, removed, added, questions } = pairRows(before, after);
        expect([...pairs.map((pair) => pair.before), ...removed].sort()).toEqual(before.map(({ key }) => key).sort());
        expect([...pairs.map((pair) => pair.after), ...added].sort()).toEqual(after.map(({ key }) => key).sort());
        expect(questions.map((one) => one.after)).toEqual(
          pairs.filter(({ by }) => by === "asked").map((pair) => pair.after),
        );
      }),
    );
  });

  it("backwards it pairs the same rows", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (list, gone, renamed) => {
        const before = distinct(list);
        const after = anew(before)
          .filter((_, at) => at !== gone % (before.length + 1))
          .map((one, at) => (at === renamed % (before.length + 1) ? { ...one, title: `${one.title} впервые` } : one));
        const there = pairRows(before, after).pairs.map((pair) => `${pair.before} ${pair.after}`);
        const back = pairRows(after, before).pairs.map((pair) => `${pair.after} ${pair.before}`);
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });

  it("rows taken out and put in are found for what they are", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 13 }), (list, gone) => {
        const before = distinct(list);
        const out = before[gone % Math.max(1, before.length)];
        const kept = anew(before.filter((one) => one !== out));
        const after = [...kept, row("new", "99", "Библиотечная акция «Подари книгу»", { texts: ["июнь"] })];
        const { removed, added } = pairRows(before, after);
        expect(added).toEqual(["new"]);
        expect(removed).toEqual(out ? [out.key] : []);
      }),
    );
  });

  /** Rows of which each has a title of its own, far from the others. */
  function distinct(list: readonly RedactionRow[]): RedactionRow[] {
    return list.map((one, at) => ({
      ...one,
      title: `Мероприятие${at} имени${at} ${String.fromCharCode(0x430 + at).repeat(6)}`,
    }));
  }
});
