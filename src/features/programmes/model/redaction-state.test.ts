import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { inForceOn, stateOn } from "./redaction-state.ts";
import { countsInWords, forecastInWords, redactionName } from "./redaction-words.ts";

const one = (number: number, day: string, withdrawn = false) => ({
  id: `r${number}`,
  number,
  effectiveOn: localDate(day),
  withdrawn,
});
const THREE = [one(1, "2026-01-10"), one(2, "2026-03-01"), one(3, "2026-09-01")];

describe("which redaction is in force", () => {
  it.each([
    ["before the first day, the first", "2025-12-31", "r1"],
    ["on the very day of the second", "2026-03-01", "r2"],
    ["the day before the third", "2026-08-31", "r2"],
    ["ever after", "2030-01-01", "r3"],
  ])("%s", (_, day, id) => expect(inForceOn(THREE, localDate(day))?.id).toBe(id));

  it("one withdrawn never is, and of two of one day the later stands", () => {
    expect(inForceOn([one(1, "2026-01-10"), one(2, "2026-03-01", true)], localDate("2026-04-01"))?.id).toBe("r1");
    expect(inForceOn([one(1, "2026-03-01"), one(2, "2026-03-01")], localDate("2026-04-01"))?.id).toBe("r2");
    expect(inForceOn([], localDate("2026-04-01"))).toBeUndefined();
  });

  it("each is told as it stands on the day", () => {
    const told = (list: typeof THREE, day: string) => list.map((each) => stateOn(each, list, localDate(day)));
    expect(told(THREE, "2026-04-01")).toEqual(["past", "inForce", "ahead"]);
    expect(told([...THREE, one(4, "2026-02-01", true)], "2026-09-01")).toEqual([
      "past",
      "past",
      "inForce",
      "withdrawn",
    ]);
  });
});

describe("in words", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  const none = { same: 3, changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0 };
  it.each([
    [
      { changed: 5, added: 3, removed: 2, renumbered: 6 },
      "изменено 5 мероприятий, добавлено 3, убрано 2, номер изменился у 6",
    ],
    [{ changed: 1, removed: 2, moved: 3 }, "изменено 1 мероприятие, убрано 2, перенесено в другой раздел 3"],
    [{ moved: 1 }, "перенесено в другой раздел 1 мероприятие"],
    [{ renumbered: 1 }, "номер изменился у 1 мероприятия"],
    [{}, ""],
  ])("%o of a comparison", (counts, words) => {
    expect(plain(countsInWords({ ...none, ...counts }))).toBe(words);
  });

  it.each([
    [{ added: 12, closed: 3, moved: 5 }, "Добавится 12 отчётов, закроется 3, перенесётся 5"],
    [{ added: 0, closed: 1, moved: 0 }, "Закроется 1 отчёт"],
    [{ added: 0, closed: 0, moved: 2 }, "Перенесётся 2 отчёта"],
    [{ added: 0, closed: 2, moved: 2 }, "Закроется 2 отчёта, перенесётся 2"],
    [{ added: 0, closed: 0, moved: 0 }, "Сроки и исполнители отчётов не меняются"],
  ])("%o, and from which day", (forecast, words) =>
    expect(plain(forecastInWords({ ...forecast, passed: false }, localDate("2021-12-20")))).toBe(
      `${words}, если изменения действуют с 20 декабря 2021.`,
    ),
  );

  it("says why nothing changes where the terms that differ are over", () =>
    expect(plain(forecastInWords({ added: 0, closed: 0, moved: 0, passed: true }, localDate("2026-11-22")))).toMatch(
      /не меняются, если изменения действуют с 22 ноября 2026: все изменённые сроки раньше этого дня\.$/,
    ));

  it("the name of a redaction", () =>
    expect(plain(redactionName({ number: 2, effectiveOn: "2026-03-01" }))).toBe("Редакция 2 с 1 марта 2026"));
});
