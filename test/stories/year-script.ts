import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { AddMeasure } from "#features/programmes/model/measure-form.ts";

/*
 * What happens in the district from August 2026 to July 2027, written before it is played. Days of obligations stand here as a careful
 * person reads the roadmap with a calendar in hand; nothing here asks the product.
 */

/** what is wanted by a day is open from it */
const FIRST_DAY = "2026-08-01";
export const YEAR = { startsOn: localDate(FIRST_DAY), endsOn: localDate("2027-07-31") };
/** the order is signed, the programme begins */
export const BEGUN_ON = localDate("2026-08-10");
/** the report of the year is made, on the first working day after it */
export const REPORTED_ON = localDate("2027-08-02");

/** The fifth school bears its designation for the last time on the 15th; the registry learns of it on the 18th. */
export const UNDESIGNATED = { school: 4, lastOn: localDate("2027-01-15"), knownOn: localDate("2027-01-18") };
/** Quarantine: lessons are not visited; then the term of those who had not reported is put off. */
export const PAUSE = {
  measure: "3.1",
  from: localDate("2027-02-19"),
  resumedOn: localDate("2027-03-22"),
  /** in its midst the officer reads the month and the days that are over */
  readOn: localDate("2027-03-16"),
  reason: "Карантин в школах района",
};

export const SCHOOLS = 12;
/** bearers: schools by their place, then the offices */
export const AUTHORITY = "authority";
export const CENTRE = "centre";
export type Bearer = number | typeof AUTHORITY | typeof CENTRE;

export const LOW_RESULTS: readonly Bearer[] = [0, 1, 2, 3, 4];
const EVERY_SCHOOL: readonly Bearer[] = Array.from({ length: SCHOOLS }, (_, at) => at);

type Term = Pick<AddMeasure, "cadence">["cadence"];

export interface ScriptMeasure {
  readonly number: string;
  readonly title: string;
  readonly dueText: string;
  readonly term: Term;
  readonly who: readonly Bearer[];
  /** by the designation of low results, by the kind of the organisation */
  readonly named: "lowResults" | "schools" | "offices";
  /** asked for at the end of each quarter instead of each school term */
  readonly quarterly?: true;
  /** what the plan wants of each school for the year, with the paper that proves it */
  readonly planned?: number;
  readonly document?: string;
  /** first and last days */
  readonly days: readonly (readonly [opensOn: string, dueOn: string])[];
}

const rhythm = (freq: NonNullable<Term[number]["freq"]>): Term => [{ kind: "cadence", windows: [], freq }];
const between = (...windows: (readonly [string | null, string])[]): Term => [
  { kind: "window", windows: windows.map(([from, to]) => ({ from, to })), freq: null },
];

const TERMS = [
  ["2026-09-01", "2026-10-27"],
  ["2026-11-05", "2026-12-28"],
  ["2027-01-09", "2027-03-23"],
  ["2027-04-01", "2027-05-26"],
] as const;
/** the first is cut by the edge of the programme; the one of which a month is left is not asked for */
const QUARTERS = [
  ["2026-08-01", "2026-09-30"],
  ["2026-10-01", "2026-12-31"],
  ["2027-01-01", "2027-03-31"],
  ["2027-04-01", "2027-06-30"],
] as const;
const MONTHS = [
  ["2026-08-01", "2026-08-31"],
  ["2026-09-01", "2026-09-30"],
  ["2026-10-01", "2026-10-31"],
  ["2026-11-01", "2026-11-30"],
  ["2026-12-01", "2026-12-31"],
  ["2027-01-01", "2027-01-31"],
  ["2027-02-01", "2027-02-28"],
  ["2027-03-01", "2027-03-31"],
  ["2027-04-01", "2027-04-30"],
  ["2027-05-01", "2027-05-31"],
  ["2027-06-01", "2027-06-30"],
  ["2027-07-01", "2027-07-31"],
] as const;

export const SECTIONS = ["Школы с низкими результатами", "Работа района", "Посещения и итоги"] as const;

export const MEASURES: readonly ScriptMeasure[] = [
  {
    number: "1.1",
    title: "Занятия с группами риска",
    dueText: "не реже 1 раза в месяц",
    term: rhythm("1/month"),
    who: LOW_RESULTS,
    named: "lowResults",
    days: MONTHS,
  },
  {
    number: "1.2",
    title: "Встречи с родителями",
    dueText: "1 раз в четверть",
    term: rhythm("1/schoolTerm"),
    who: LOW_RESULTS,
    named: "lowResults",
    days: TERMS,
  },
  {
    number: "1.3",
    title: "Положение о наставничестве",
    dueText: "до 15.10.2026",
    term: [{ kind: "once", windows: [{ from: null, to: "2026-10-15" }], freq: null }],
    who: EVERY_SCHOOL,
    named: "schools",
    document: "положение",
    days: [[FIRST_DAY, "2026-10-15"]],
  },
  {
    number: "1.4",
    title: "Пробные работы по математике",
    dueText: "декабрь – январь, апрель",
    term: between(["2026-12-01", "2027-01-31"], ["2027-04-01", "2027-04-30"]),
    who: LOW_RESULTS,
    named: "lowResults",
    days: [
      ["2026-12-01", "2027-01-31"],
      ["2027-04-01", "2027-04-30"],
    ],
  },
  {
    number: "2.1",
    title: "Обмен уроками между школами",
    dueText: "постоянно",
    term: [{ kind: "continuous", windows: [], freq: null }],
    who: EVERY_SCHOOL,
    named: "schools",
    days: TERMS,
  },
  {
    number: "2.2",
    title: "Консультации методистов",
    dueText: "в течение всего периода",
    term: [{ kind: "continuous", windows: [], freq: null }],
    who: [CENTRE],
    named: "offices",
    quarterly: true,
    days: QUARTERS,
  },
  {
    number: "2.3",
    title: "Анализ хода программы",
    dueText: "ежегодно до 31 мая",
    term: [{ kind: "yearly", windows: [{ from: null, to: "05-31" }], freq: null }],
    who: [AUTHORITY],
    named: "offices",
    days: [[FIRST_DAY, "2027-05-31"]],
  },
  {
    number: "2.4",
    title: "Совещания с директорами",
    dueText: "1 раз в квартал",
    term: rhythm("1/quarter"),
    who: [AUTHORITY, CENTRE],
    named: "offices",
    days: QUARTERS,
  },
  {
    number: PAUSE.measure,
    title: "Посещение уроков",
    dueText: "15 февраля – 15 марта",
    term: between(["2027-02-15", "2027-03-15"]),
    who: EVERY_SCHOOL,
    named: "schools",
    days: [["2027-02-15", "2027-03-15"]],
  },
  {
    number: "3.2",
    title: "Отчёт школы о результатах",
    dueText: "до 15.06.2027",
    term: [{ kind: "once", windows: [{ from: null, to: "2027-06-15" }], freq: null }],
    who: EVERY_SCHOOL,
    named: "schools",
    planned: 5,
    document: "справка",
    days: [[FIRST_DAY, "2027-06-15"]],
  },
  {
    number: "3.3",
    title: "Помощь молодым учителям",
    dueText: "по запросу",
    term: [{ kind: "on-demand", windows: [], freq: null }],
    who: EVERY_SCHOOL,
    named: "schools",
    days: [],
  },
];

/** Due days that the officer moves: one in a school's own case, one for all who had not reported when the quarantine ended. */
export interface Moving {
  readonly measure: string;
  readonly on: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly school: number | "silent";
}
export const MOVES: readonly Moving[] = [
  {
    measure: PAUSE.measure,
    on: addDays(PAUSE.resumedOn, 1),
    to: localDate("2027-04-15"),
    reason: "Карантин закончился",
    school: "silent",
  },
  {
    measure: "3.2",
    on: localDate("2027-05-20"),
    to: localDate("2027-06-25"),
    reason: "Экзамены в школе идут до 20 июня",
    school: 3,
  },
];
