import { expect, it } from "vitest";
import { reportTitle, sharedWords } from "./shared-words.ts";

const measure = (measureNumber: string, measureTitle: string) => ({ measureNumber, measureTitle });

it("names every measure of a shared report, and says nothing of a report on one", () => {
  expect(sharedWords([measure("3.4", "Семинар")])).toBeNull();
  expect(sharedWords([measure("3.4", "Семинар"), measure("", "Открытый урок")])).toBe(
    "Общий отчёт: 3.4\u00a0Семинар; Открытый урок",
  );
  const long = sharedWords([measure("1", "Семинар"), measure("2", "слово ".repeat(40))])!;
  expect(long.length).toBeLessThan(120);
});

it.each([
  [["1.3"], "Семинар 1.3"],
  [["1.3", "4.1"], "Общий отчёт: 1.3 и\u00a04.1"],
  [["10.1", "9.2"], "Общий отчёт: 9.2 и\u00a010.1"],
  [["1.3", "3.4", "4.1"], "Общий отчёт: 1.3, 3.4 и\u00a04.1"],
  [["1.3", "1.3"], "Общий отчёт на\u00a02\u00a0мероприятия"],
  [["1.3", ""], "Общий отчёт на\u00a02\u00a0мероприятия"],
  [["1", "2", "3", "4", "5"], "Общий отчёт на\u00a05\u00a0мероприятий"],
])("the page of a report on %j is called «%s»", (numbers, title) => {
  expect(reportTitle(numbers.map((number) => measure(number, `Семинар ${number}`)))).toBe(title);
});
