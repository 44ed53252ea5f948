import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { countsInWords, standingInWords } from "./reminder-words.ts";

const TODAY = localDate("2021-12-10");
const plain = (text: string) => text.replaceAll("\u00A0", " ");
const line = (dueOn: string, returned = false) => ({ dueOn: localDate(dueOn), returned });
const late = line("2021-12-07");
const cameBack = line("2021-10-27", true);
const now = line("2021-12-10");
const ahead = line("2021-12-17");

describe("what a reminder says", () => {
  it.each([
    [late, "просрочено на 3 дня, срок был 7 декабря 2021"],
    [cameBack, "отчёт вернули на доработку, срок был 27 октября 2021"],
    [line("2021-12-11", true), "отчёт вернули на доработку, срок завтра, 11 декабря 2021"],
    [now, "срок сегодня, 10 декабря 2021"],
    [ahead, "срок через 7 дней, 17 декабря 2021"],
  ])("of %j: %s", (one, words) => expect(plain(standingInWords(one, TODAY))).toBe(words));

  it.each([
    [[late], "просрочен 1 отчёт"],
    [[cameBack], "вернули на доработку 1 отчёт"],
    [[late, cameBack], "просрочен 1 отчёт, вернули на доработку 1"],
    [
      [late, late, cameBack, now, ahead],
      "просрочено 2 отчёта, вернули на доработку 1, сегодня срок у 1, подходит срок у 1",
    ],
    [[now, ahead, ahead], "сегодня срок у 1 отчёта, подходит срок у 2"],
    [[cameBack, ahead], "вернули на доработку 1 отчёт, подходит срок у 1"],
    [[ahead, ahead], "подходит срок у 2 отчётов"],
  ])("of %j together: %s", (lines, words) => expect(plain(countsInWords(lines, TODAY))).toBe(words));
});
