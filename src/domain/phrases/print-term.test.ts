import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { lastDayOfMonth } from "#shared/local-date.ts";
import { printTerm } from "./print-term.ts";
import { readTerm } from "./read-term.ts";
import type { DayWindow, FrequencyUnit, NamedSpan, Phase } from "./term.ts";

const two = (number: number) => String(number).padStart(2, "0");

it.each(["ежегодно: октябрь (ноябрь)", "уточняется", "август-октябрь-"])(
  "prints what was not understood as it was written: «%s»",
  (phrase) => {
    expect(printTerm(readTerm(phrase))).toBe(phrase);
  },
);

it.each([
  ["1 раз в месяц", "не реже 1 раза в месяц"],
  ["2 раза в уч. год", "не реже 2 раз в учебный год"],
  ["ежемесячно с сентября по май", "не реже 1 раза в месяц, сентябрь — май"],
  ["Ежегодно (август)", "ежегодно, август"],
  ["Декабрь 2021-январь 2022", "декабрь 2021 — январь 2022"],
  ["до 15.10.2026", "до 15 октября 2026"],
  ["октябрь,далее постоянно", "октябрь, далее постоянно"],
  ["Ежегодно по плану", "ежегодно, по графику"],
  ["2020/2021 уч. г.", "2020–2021 учебный год"],
  ["раз в две недели", "не реже 1 раза в 2 недели"],
  ["1 раз в 5 лет", "не реже 1 раза в 5 лет"],
  ["каждый вторник", "по вторникам"],
  ["еженедельно (среда, пятница), 2 раза", "еженедельно (среда, пятница), 2 раза"],
  ["последняя пятница каждого месяца", "последняя пятница месяца"],
  ["2 раза в неделю по четвергам", "не реже 2 раз в неделю, по четвергам"],
  ["к концу учебного года", "до конца учебного года"],
  ["до конца 1 четверти", "до конца I четверти"],
  ["к концу 2021-2022 учебного года", "до конца 2021–2022 учебного года"],
  ["не раньше 1 октября", "не ранее 1 октября"],
  ["до 10 октября, на 10 января", "до 10 октября, на 10 января"],
  ["до 10 октября, 10 января", "до 10 октября, до 10 января"],
  ["к 25 числу", "к 25 числу"],
  ["до 25-го числа каждого месяца", "до 25 числа каждого месяца"],
  ["в течении 2021 г.", "в течение 2021 года"],
  ["1 четверть", "I четверть"],
  ["01.02.2024-29.02.2024", "февраль 2024"],
  ["2020 год, 2021 год, 2022 год", "2020, 2021, 2022 годы"],
  ["2020/2021, 2021/2022 уч. годы", "2020/2021, 2021/2022 учебные годы"],
])("«%s» prints as «%s»", (phrase, printed) => {
  expect(printTerm(readTerm(phrase))).toBe(printed);
});

describe("what is printed is read back", () => {
  const year = fc.integer({ min: 2017, max: 2031 });
  const month = fc.integer({ min: 1, max: 12 });
  const endOf = (y: number | undefined, m: number) => lastDayOfMonth(y ?? 2023, m).slice(8);
  const dayIn = (y: number | undefined) =>
    month.chain((m) => fc.integer({ min: 1, max: Number(endOf(y, m)) }).map((d) => `${two(m)}-${two(d)}`));
  const dated = (y: number | undefined, day: string) => (y === undefined ? day : `${y}-${day}`);

  const singleDay = (y: number | undefined) =>
    dayIn(y).map((day): DayWindow => ({ from: dated(y, day), to: dated(y, day) }));
  const deadline = (y: number | undefined) => dayIn(y).map((day): DayWindow => ({ from: null, to: dated(y, day) }));
  const since = (y: number | undefined) => dayIn(y).map((day): DayWindow => ({ from: dated(y, day), to: null }));
  const months = (y: number | undefined) =>
    fc.tuple(month, month).map(([a, b]): DayWindow => {
      const crosses = a > b ? 1 : 0;
      const last = y === undefined ? undefined : y + crosses;
      return { from: dated(y, `${two(a)}-01`), to: dated(last, `${two(b)}-${endOf(last, b)}`) };
    });
  const days = (y: number | undefined) =>
    fc
      .tuple(dayIn(y), dayIn(y))
      .map(([a, b]): DayWindow => ({ from: dated(y, a < b ? a : b), to: dated(y, a < b ? b : a) }));
  const named = fc.constantFrom<NamedSpan>(
    "schoolTerm/1",
    "schoolTerm/4",
    "halfYear/2",
    "schoolBreak",
    "schoolBreak/winter",
    "schoolYear/end",
    "year/start",
  );
  const namedWindow = named.map((name): DayWindow => ({ from: null, to: null, named: name }));
  const wholeYears = year.chain((y) =>
    fc.integer({ min: 0, max: 4 }).map((more): DayWindow => ({ from: `${y}-01-01`, to: `${y + more}-12-31` })),
  );
  const schoolYears = year.chain((y) =>
    fc.integer({ min: 1, max: 3 }).map((more): DayWindow => ({ from: `${y}-09-01`, to: `${y + more}-08-31` })),
  );
  const yearsListed = fc
    .tuple(year, fc.integer({ min: 2, max: 4 }))
    .map(([first, count]) =>
      Array.from({ length: count }, (_, at): DayWindow => ({ from: `${first + at}-01-01`, to: `${first + at}-12-31` })),
    );
  const schoolYearsListed = fc.tuple(year, fc.integer({ min: 2, max: 4 })).map(([first, count]) =>
    Array.from({ length: count }, (_, at): DayWindow => ({
      from: `${first + at}-09-01`,
      to: `${first + at + 1}-08-31`,
    })),
  );
  const yearOf = fc.option(year, { nil: undefined });

  const isWholeYears = ({ from, to }: DayWindow) =>
    (from?.slice(5) === "01-01" && to?.slice(5) === "12-31") ||
    (from?.slice(5) === "09-01" && to?.slice(5) === "08-31");
  const listed = yearOf.chain((y) =>
    fc.array(
      fc.oneof(months(y), days(y), deadline(y)).filter((window) => !isWholeYears(window)),
      { minLength: 1, maxLength: 3 },
    ),
  );
  const isSingle = ([only]: readonly DayWindow[]) => only!.from === null || only!.from === only!.to;
  const dateKind = (windows: readonly DayWindow[]) => (windows.length === 1 && isSingle(windows) ? "once" : "window");

  const units = fc.constantFrom<FrequencyUnit>(
    "day",
    "week",
    "month",
    "quarter",
    "halfYear",
    "year",
    "schoolTerm",
    "schoolYear",
  );
  const times = fc.integer({ min: 1, max: 24 });
  const several = fc.tuple(
    times,
    fc.integer({ min: 2, max: 10 }),
    units.filter((unit) => unit !== "schoolTerm"),
  );
  const freq: fc.Arbitrary<NonNullable<Phase["freq"]>> = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(times, units).map(([n, unit]) => `${n}/${unit}` as const) },
    { weight: 1, arbitrary: several.map(([n, every, unit]) => `${n}/${every}${unit}` as const) },
  );
  const phase = (kind: Phase["kind"], windows: fc.Arbitrary<readonly DayWindow[]>) =>
    windows.map((each): Phase => ({ kind, windows: each, freq: null }));
  const one = (window: fc.Arbitrary<DayWindow>) => window.map((each) => [each]);
  const none = fc.constant<DayWindow[]>([]);
  const open = yearOf.chain(since);
  const monthDay = fc
    .tuple(fc.constantFrom("monthDay", "nextMonthDay"), fc.integer({ min: 1, max: 31 }))
    .map(([name, day]): DayWindow[] => [{ from: null, to: null, named: `${name}/${day}` as NamedSpan }]);

  const weekday = fc.integer({ min: 1, max: 7 });
  const asWindows = (names: readonly NamedSpan[]) =>
    names.map((name): DayWindow => ({ from: null, to: null, named: name }));
  const weekly = fc
    .uniqueArray(weekday, { minLength: 1, maxLength: 3 })
    .map((list) => ({ spans: asWindows(list.map((day): NamedSpan => `weekday/${day}`)), unit: "week" as const }));
  const monthly = fc
    .tuple(fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, "last" as const), { minLength: 1, maxLength: 2 }), weekday)
    .map(([nths, day]) => ({
      spans: asWindows(nths.map((nth): NamedSpan => `monthWeekday/${nth}-${day}`)),
      unit: "month" as const,
    }));
  const onWeekdays = fc
    .tuple(fc.oneof(weekly, monthly), fc.integer({ min: 0, max: 3 }))
    .map(([{ spans, unit }, more]): Phase => ({
      kind: "cadence",
      windows: spans,
      freq: `${spans.length + more}/${unit}`,
    }));
  const ofYear = fc.tuple(fc.constantFrom<NamedSpan>("schoolTerm/2", "schoolYear/end", "schoolBreak/autumn"), year);
  const namedInYear = ofYear.map(([name, y]): DayWindow => ({ from: `${y}-09-01`, to: `${y + 1}-08-31`, named: name }));
  const deadlineNamed = fc.oneof(
    fc
      .constantFrom<NamedSpan>("schoolTerm/1", "schoolTerm/4", "halfYear/1", "schoolYear/end", "year/end")
      .map((name): DayWindow => ({ from: null, to: null, named: name })),
    namedInYear.filter(({ named: name }) => name !== "schoolBreak/autumn"),
  );

  const phases = fc.oneof(
    onWeekdays,
    phase("once", one(deadlineNamed)),
    phase("window", one(open)),
    listed.map((windows): Phase => ({ kind: dateKind(windows), windows, freq: null })),
    phase("once", one(yearOf.chain(singleDay))),
    phase("window", one(fc.oneof(namedWindow, namedInYear, wholeYears, schoolYears))),
    phase("window", fc.oneof(yearsListed, schoolYearsListed)),
    phase("yearly", fc.oneof(none, listed, yearsListed, one(open))),
    phase("continuous", fc.oneof(none, one(open), one(fc.oneof(wholeYears, schoolYears, months(undefined))))),
    fc
      .tuple(freq, fc.oneof(none, listed, one(open), one(fc.oneof(wholeYears, schoolYears, namedWindow))))
      .map(([each, windows]): Phase => ({ kind: "cadence", windows, freq: each })),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), monthDay)
      .map(([n, windows]): Phase => ({ kind: "cadence", windows, freq: `${n}/month` })),
    fc.constantFrom<Phase>(
      { kind: "on-demand", windows: [], freq: null },
      { kind: "by-schedule", windows: [], freq: null },
    ),
  );

  it("for any reading of one to three phases", () => {
    fc.assert(
      fc.property(fc.array(phases, { minLength: 1, maxLength: 3 }), (each) => {
        const printed = printTerm({ phrase: "", phases: each, rest: "" });
        const { phases: back, rest } = readTerm(printed);
        expect({ printed, back, rest }).toEqual({ printed, back: each, rest: "" });
      }),
      { numRuns: runs(500) },
    );
  }, 600_000);
});
