import { describe, expect, it } from "vitest";
import type { Figure } from "./figure.ts";
import { homeSentence, monthInDetail } from "./sentence.ts";

const figure = (accepted: number, due: number) => ({ accepted, due }) as Figure;
const home = (accepted: number, due: number, bearers: number, late: number, areSchools = true) => ({
  month: { key: "2026-10", words: "октябрь 2026", from: "2026-10-01", to: "2026-10-31" },
  monthFigure: figure(accepted, due),
  late: {
    today: "2026-10-22",
    late,
    own: [],
    bearers: Array.from({ length: bearers }, () => ({})) as never,
    can: { call: true, remind: false },
  },
  allLateAreSchools: areSchools,
});
const said = (...given: Parameters<typeof home>) =>
  homeSentence(home(...given))
    .map(({ text }) => text)
    .join("")
    .replaceAll("\u00A0", " ");

describe("the first line of the home", () => {
  it.each([
    [[93, 150, 7, 11], "Выполнено 62 % плана октября; 7 школ просрочили 11 отчётов"],
    [[1, 2, 1, 1], "Выполнено 50 % плана октября; 1 школа просрочила 1 отчёт"],
    [[1, 2, 2, 3, false], "Выполнено 50 % плана октября; 2 исполнителя просрочили 3 отчёта"],
    [[1, 2, 1, 2, false], "Выполнено 50 % плана октября; 1 исполнитель просрочил 2 отчёта"],
    [[0, 0, 0, 0], "На октябрь сроков нет; просрочек нет"],
    [[4, 4, 0, 0], "Выполнено 100 % плана октября; просрочек нет"],
  ] as const)("%j", (given, sentence) => {
    expect(said(...(given as unknown as Parameters<typeof home>))).toBe(sentence);
  });

  it("leads where each number is counted", () => {
    const parts = homeSentence(home(93, 150, 7, 11)).filter(({ opens }) => opens);
    expect(parts.map(({ opens }) => opens)).toEqual(["month", "bearers", "late"]);
  });

  it.each([
    [93, 150, 9, "Принято 93 из 150 отчётов со сроком в октябре. До конца месяца 9 дней."],
    [0, 1, 1, "Принято 0 из 1 отчёта со сроком в октябре. До конца месяца 1 день."],
    [0, 0, 0, "Сегодня последний день месяца."],
  ])("%i of %i with %i days left", (accepted, due, daysLeft, words) => {
    expect(monthInDetail({ ...home(accepted, due, 0, 0), daysLeft }).replaceAll("\u00A0", " ")).toBe(words);
  });
});
