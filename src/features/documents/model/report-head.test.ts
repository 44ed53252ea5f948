import { describe, expect, it } from "vitest";
import { approvedInWords, headLines } from "./report-head.ts";

const ROADMAP = "об исполнении дорожной карты";

describe("the head of the report", () => {
  it.each([
    ["a roadmap without a name", ["Дорожная карта"], "Рост школ", `${ROADMAP}\n«Рост школ»`, null],
    ["a usual name", ["План мероприятий на 2026 год"], "Рост школ", `${ROADMAP}\n«Рост школ»`, null],
    [
      "the programme's name in other forms",
      ["План мероприятий по реализации программы поддержки школ"],
      "Поддержка школ с низкими результатами",
      `${ROADMAP}\n«Поддержка школ с низкими результатами»`,
      null,
    ],
    ["a name of its own", ["Наставничество"], "Рост школ", `${ROADMAP}\n«Наставничество»`, "Программа «Рост школ»"],
    [
      "a programme that calls itself one",
      ["Наставничество"],
      "Муниципальная программа роста",
      `${ROADMAP}\n«Наставничество»`,
      "Муниципальная программа роста",
    ],
    ["several roadmaps", ["Наставничество", "Сеть"], "Рост школ", "об исполнении дорожных карт\n«Рост школ»", null],
  ])("%s", (_what, roadmaps, title, subtitle, programme) => {
    expect(headLines(roadmaps, title)).toEqual({ subtitle, programme });
  });
});

describe("what the programme was approved by", () => {
  it.each([
    ["Приказ УО от\u00A018.12.2024 №\u00A0412", "Программа утверждена приказом УО от\u00A018.12.2024 №\u00A0412"],
    ["Протокол №\u00A03", "Программа утверждена протоколом №\u00A03"],
    ["План от\u00A001.02.2024", "Программа утверждена документом: План от\u00A001.02.2024"],
  ])("%s", (name, words) => expect(approvedInWords(name)).toBe(words));

  it.each([
    ["Приказ УО от 10.12.2021 № 77", "Программа утверждена приказом № 1, в редакции приказа УО от 10.12.2021 № 77"],
    ["Положение от 10.12.2021", "Программа утверждена приказом № 1, в редакции документа: Положение от 10.12.2021"],
  ])("amended by %s", (name, words) => expect(approvedInWords("Приказ № 1", name)).toBe(words));
});
