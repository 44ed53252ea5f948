import { describe, expect, it } from "vitest";
import { reportColumns } from "./columns.ts";

const nothing = { levels: false, participants: false, results: false, reportDocuments: false, planYears: [] };
const printed = (...given: Parameters<typeof reportColumns>) =>
  reportColumns(...given).map(({ label, group, source }) => [
    group ? `${group} | ${label}` : label,
    typeof source === "object" ? source.year : source,
  ]);

describe("columns of the printed report", () => {
  it("are the document's own, in its order and under its heads", () => {
    const heads = [
      "№ п/п",
      "Наименование мероприятия",
      "Отчётный документ",
      "Плановое значение / 2021",
      "Плановое значение / 2022 г.",
      "Срок",
      "Ответственный исполнитель",
    ];
    expect(printed(heads, { ...nothing, planYears: [2021, 2022] })).toEqual([
      ["№ п/п", "number"],
      ["Наименование мероприятия", "title"],
      ["Отчётный документ", "reportDocument"],
      ["Плановое значение | 2021", 2021],
      ["Плановое значение | 2022 г.", 2022],
      ["Срок", "dueText"],
      ["Ответственный исполнитель", "responsible"],
    ]);
  });

  it("gain the plan by years where the document has it elsewhere", () => {
    expect(printed(["Мероприятие", "Срок"], { ...nothing, planYears: [2026] })).toEqual([
      ["Мероприятие", "title"],
      ["Срок", "dueText"],
      ["План 2026", 2026],
    ]);
  });

  it("keep «План по годам» as one column", () => {
    expect(printed(["Мероприятие", "План по годам"], { ...nothing, planYears: [2026] })).toEqual([
      ["Мероприятие", "title"],
      ["План по годам", "plan"],
    ]);
  });

  it("leave out what is said twice and what says nothing", () => {
    expect(printed(["Мероприятие", "Мероприятия", "Примечание"], nothing)).toEqual([["Мероприятие", "title"]]);
  });

  it.each([[[]], [["ОО", "МОУО", "ТО"]]])("are the usual ones under %j", (heads) => {
    expect(printed(heads, { ...nothing, levels: true, participants: true, planYears: [2026] })).toEqual([
      ["№", "number"],
      ["Уровень", "level"],
      ["Мероприятие", "title"],
      ["Срок", "dueText"],
      ["Ответственные", "responsible"],
      ["Участники", "participants"],
      ["План 2026", 2026],
    ]);
  });
});
