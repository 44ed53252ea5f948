import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "#domain/phrases/corpus.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { localDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";

const CALENDAR = { schoolYears: [] };
const SCHOOL_YEAR = { from: localDate("2021-09-01"), to: localDate("2022-08-31") };
const THREE_YEARS = { from: localDate("2021-01-01"), to: localDate("2023-12-31") };

function keysOf(phrase: string, scope = SCHOOL_YEAR, options: ExpandOptions = {}): string {
  return expandTerm(readTerm(phrase).phases, scope, CALENDAR, options)
    .map(({ key, dueOn }) => `${key} ${dueOn}`)
    .join(", ");
}

const TERMS = "2021/T1 2021-10-27, 2021/T2 2021-12-28, 2021/T3 2022-03-23, 2021/T4 2022-05-26";

describe("from the words of a document to days", () => {
  it.each([
    ["по запросу", ""],
    ["уточняется", ""],
    ["до 15.10.2021", "once 2021-10-15"],
    ["постоянно", TERMS],
    ["весь период", TERMS],
    ["ежегодно: в течение всего периода", TERMS],
    ["не реже 1 раза в четверть", TERMS],
    ["не реже 1 раза в четверть постоянно действующий формат", TERMS],
    ["октябрь, далее постоянно", `start 2021-10-31, ${TERMS.slice(20)}`],
    ["февраль", "2022 2022-02-28"],
    ["декабрь январь", "2021 2022-01-31"],
    ["II четверть", "2021/T2 2021-12-28"],
    ["1 раз в полугодие, в течение учебного года", "2021-H2 2021-12-31, 2022-H1 2022-06-30"],
  ])("«%s»", (phrase, expected) => {
    expect(keysOf(phrase)).toBe(expected);
  });

  it.each([
    ["ежегодно (август)", "2021 2021-08-31, 2022 2022-08-31, 2023 2023-08-31"],
    ["ежегодно", "2021 2021-12-31, 2022 2022-12-31, 2023 2023-12-31"],
    ["ежегодно по плану", "2021/Y 2021-12-31, 2022/Y 2022-12-31, 2023/Y 2023-12-31"],
    ["ежегодно с 2022", "2022 2022-12-31, 2023 2023-12-31"],
    ["Январь-март, 2022", "2022 2022-03-31"],
    ["сентябрь, 2021-2023 гг.", "2021 2021-09-30, 2022 2022-09-30, 2023 2023-09-30"],
  ])("«%s» over three years", (phrase, expected) => {
    expect(keysOf(phrase, THREE_YEARS)).toBe(expected);
  });

  it("a month's rhythm is a month's obligation, and summer may rest", () => {
    expect(expandTerm(readTerm("постоянно, не реже 1 раза в месяц").phases, SCHOOL_YEAR, CALENDAR)).toHaveLength(12);
    expect(keysOf("ежемесячно", SCHOOL_YEAR, { skipMonths: [7, 8] }).split(", ")).toHaveLength(10);
  });
});

describe("every term of the corpus", () => {
  const folder = "fixtures/phrases/terms";
  const cases = readdirSync(folder)
    .flatMap((name) => readCorpus(readFileSync(join(folder, name), "utf8")))
    .map(({ phrase }) => ({ phrase, phases: readTerm(phrase).phases }));

  it.each([
    [SCHOOL_YEAR],
    [THREE_YEARS],
    [{ from: localDate("2024-02-01"), to: localDate("2024-02-29") }],
    [{ from: localDate("2026-01-01"), to: localDate("2030-12-31") }],
  ])("has its days in order inside %o, and each once", (scope) => {
    const wrong = cases.filter(({ phases }) => {
      const found = expandTerm(phases, scope, CALENDAR);
      const areOnce = new Set(found.map(({ key }) => key)).size === found.length;
      const areInside = found.every(({ from, dueOn }) => scope.from <= from && from <= dueOn && dueOn <= scope.to);
      return !areOnce || !areInside || found.some(({ dueOn }, at) => at > 0 && dueOn < found[at - 1]!.dueOn);
    });
    expect(cases.length).toBeGreaterThan(1000);
    expect(wrong.map(({ phrase }) => phrase)).toEqual([]);
  });

  it.each([
    ["каждый вторник", "2021-W40 2021-10-05, 2021-W41 2021-10-12, 2021-W42 2021-10-19, 2021-W43 2021-10-26"],
    ["вторая среда месяца", "2021-10 2021-10-13"],
    ["последняя пятница месяца", "2021-10 2021-10-29"],
    ["раз в две недели", "2021-W41~2 2021-10-24, 2021-W43~2 2021-10-31"],
    ["1 раз в 2 месяца", "2021-09~2 2021-10-31"],
    ["до конца I четверти", "2021/T1 2021-10-27"],
    ["октябрь, ноябрь 2021", "2021 2021-10-31"],
  ])("«%s» in October", (phrase, expected) => {
    expect(keysOf(phrase, { from: localDate("2021-10-04"), to: localDate("2021-10-31") })).toBe(expected);
  });

  it("«1 раз в 2 года» comes twice in four years", () => {
    const four = { from: localDate("2022-01-01"), to: localDate("2025-12-31") };
    expect(keysOf("1 раз в 2 года", four)).toBe("2022~2 2023-12-31, 2024~2 2025-12-31");
  });
});

const SOURCES = process.env["ORIENTIR_SOURCES"] ?? "../shared/sources";

function termsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "term" in value && typeof value.term === "string" ? [value.term] : [];
  return [...own, ...Object.values(value).flatMap(termsIn)];
}

describe.skipIf(!existsSync(SOURCES))("the terms of the sources", () => {
  it("every term that is understood and not left to a request has its days", () => {
    const files = readdirSync(SOURCES).filter((name) => name.endsWith(".expected.json"));
    const terms = files.flatMap((name) => termsIn(JSON.parse(readFileSync(join(SOURCES, name), "utf8"))));
    expect(terms.length).toBeGreaterThan(50);
    const scope = { from: localDate("2017-01-01"), to: localDate("2023-12-31") };
    const silent = [...new Set(terms)].filter((term) => {
      const { phases } = readTerm(term);
      const asks = phases.some(({ kind }) => kind !== "unknown" && kind !== "on-demand");
      return asks !== expandTerm(phases, scope, CALENDAR).length > 0;
    });
    expect(silent).toEqual([]);
  });
});
