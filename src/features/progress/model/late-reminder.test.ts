import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { LONGEST_REMINDER, reminderText, type LateReport } from "./late-reminder.ts";

const today = localDate("2026-10-22");
const late = (number: string, dueOn: string, programmeTitle = "Поддержка школ"): LateReport => ({
  measureNumber: number,
  measureTitle: "Открытый доклад",
  programmeTitle,
  dueOn: localDate(dueOn),
});
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the text of a reminder", () => {
  it("names what is late, the oldest first, and how long", () => {
    const text = plain(reminderText([late("2.2", "2026-10-20"), late("1.3", "2026-10-01")], today, "Н. А. Ветрова"));
    expect(text.split("\n")).toEqual([
      "Здравствуйте.",
      "По программе «Поддержка школ» ждём от вас 2 отчёта:",
      "– 1.3 Открытый доклад: срок 1 октября 2026, прошёл 21 день",
      "– 2.2 Открытый доклад: срок 20 октября 2026, прошло 2 дня",
      "Отправьте отчёты или напишите, что мешает: срок можно перенести, если есть причина.",
      "Н. А. Ветрова",
    ]);
  });

  it("names programmes where they are several, and speaks of one report as of one", () => {
    const two = plain(reminderText([late("1", "2026-10-01"), late("2", "2026-10-02", "Рост")], today, "Я"));
    expect(two).toContain("– 1 Открытый доклад, «Поддержка школ»: срок");
    expect(reminderText([late("1", "2026-10-01")], today, "Я")).toContain("Отправьте отчёт или");
  });

  it("counts what is beyond five, and always fits", () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      ...late(`1.${at}`, "2026-09-01", `Программа ${at} ${"очень ".repeat(40)}`.slice(0, 200)),
      measureTitle: "Разработка и реализация ".repeat(30),
    }));
    const text = reminderText(many, today, "Н. А. Ветрова");
    expect(plain(text)).toContain("– и ещё 35 отчётов");
    expect(text.length).toBeLessThan(LONGEST_REMINDER);
  });
});
