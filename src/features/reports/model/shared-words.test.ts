import { expect, it } from "vitest";
import { sharedWords } from "./shared-words.ts";

const measure = (measureNumber: string, measureTitle: string) => ({ measureNumber, measureTitle });

it("names every measure of a shared report, and says nothing of a report on one", () => {
  expect(sharedWords([measure("3.4", "Семинар")])).toBeNull();
  expect(sharedWords([measure("3.4", "Семинар"), measure("", "Открытый урок")])).toBe(
    "Общий отчёт: 3.4\u00a0Семинар; Открытый урок",
  );
  const long = sharedWords([measure("1", "Семинар"), measure("2", "слово ".repeat(40))])!;
  expect(long.length).toBeLessThan(120);
});
