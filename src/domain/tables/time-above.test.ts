import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCorpus } from "#domain/phrases/corpus.ts";
import { readTermAsTyped } from "#domain/phrases/read-term.ts";
import { isTimeLine, timeAbove, timeBeside } from "./time-above.ts";

const TERMS = "fixtures/phrases/terms";

describe("time over rows", () => {
  it.each([
    "Постоянно действующий семинар",
    "Неделя математики",
    "Работа с родителями",
    "1",
    "15",
    "2.1",
    "План",
    "Педсовет в сентябре",
  ])("%s is no time", (text) => expect(timeAbove(text)).toBeUndefined());

  it.each(["Ежедневно", "1 раз в четверть.", "Август – сентябрь", "По мере необходимости:", "2-я неделя", "Каникулы"])(
    "%s is a term",
    (text) => expect(timeAbove(text)).toMatchObject({ kind: "term", words: text.replace(/[.:]$/, "") }),
  );

  it("what the grammar understands whole is a term here too, so the words looked for first lose none", () => {
    const phrases = readdirSync(TERMS).flatMap((file) => readCorpus(readFileSync(`${TERMS}/${file}`, "utf8")));
    const whole = phrases.filter(({ phrase }) => {
      const { phases, rest } = readTermAsTyped(phrase.replace(/\s*[.:]$/, ""));
      const isWhole = rest === "" && phases.length > 0 && phases.every(({ kind }) => kind !== "unknown");
      return isWhole && phrase.length <= 80 && /[а-яё]{3}/iu.test(phrase);
    });
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.map(({ phrase }) => phrase).filter((phrase) => timeAbove(phrase) === undefined)).toEqual([]);
  });

  it.each(["на 2026-2028 годы", "15 октября 2026 г.", "12.10.2026"])("%s over a table is of its title", (text) =>
    expect(isTimeLine(text)).toBe(false),
  );

  it.each([
    ["Подготовительный этап (август – сентябрь 2026 года)", "август – сентябрь 2026 года"],
    ["Этап 2: октябрь – декабрь", "октябрь – декабрь"],
    ["Программа «Рост» (2021-2025 годы)", undefined],
    ["Семинар (для учителей 5 классов)", undefined],
  ])("%s says %s", (title, words) => expect(timeBeside(title)?.words ?? undefined).toBe(words));
});
