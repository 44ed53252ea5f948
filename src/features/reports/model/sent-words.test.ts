import { expect, it } from "vitest";
import type { ReportView } from "./contract.ts";
import { sentWords } from "./sent-words.ts";

const answered = (measureNumber: string, occurrence = "II четверть 2021/22") => ({
  measureNumber,
  measureTitle: "Семинар",
  occurrence,
});

it.each([
  ["done", [answered("1.3")], "Отчёт отправлен на проверку: 1.3, II четверть 2021/22"],
  ["done", [answered("", "2021 год")], "Отчёт отправлен на проверку: Семинар, 2021 год"],
  ["notApplicable", [answered("3.4"), answered("4.1")], "Ответ отправлен на проверку: 3.4, 4.1"],
] as const)("a sent report is told by its measures: %s %j", (kind, obligations, words) => {
  expect(sentWords({ kind, obligations: obligations as unknown as ReportView["obligations"] })).toBe(words);
});
