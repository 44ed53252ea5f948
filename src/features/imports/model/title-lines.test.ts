import { describe, expect, it } from "vitest";
import { linesIn, partedTitles, proposedCuts } from "./title-lines.ts";

describe("a title parted by its lines", () => {
  it.each([
    ["paragraphs", ["Опрос", "Сбор"], ["Опрос", "Сбор"]],
    ["breaks", ["Опрос\nСбор"], ["Опрос", "Сбор"]],
    ["a list typed in one line", ["Провести: 1) опрос; 2) сбор"], ["Провести:", "1) опрос;", "2) сбор"]],
    ["no list: a number with its noun", ["Провести 2 опроса. 15 сборов"], ["Провести 2 опроса. 15 сборов"]],
    ["no list: a date", ["Подвести итоги к 1.09.2025"], ["Подвести итоги к 1.09.2025"]],
  ])("%s", (_, paragraphs, lines) => expect(linesIn(paragraphs)).toEqual(lines));

  it.each([
    [["Провести:", "1) опрос;", "2) сбор"], [2], ["Провести: опрос", "Провести: сбор"]],
    [["– опрос;", "– сбор"], [1], ["опрос", "сбор"]],
    [
      ["Опрос", "и его итоги", "Сбор"],
      [1, 2],
      ["Опрос", "и его итоги", "Сбор"],
    ],
    [["Опрос"], [], ["Опрос"]],
  ])("%j at %j", (lines, cuts, titles) => {
    expect(proposedCuts(lines)).toEqual(cuts);
    expect(partedTitles(lines, cuts)).toEqual(titles);
  });

  it("lines between the cuts stay together; a cut that is not there does nothing", () => {
    expect(partedTitles(["Опрос", "и его итоги", "Сбор"], [2, 9])).toEqual(["Опрос и его итоги", "Сбор"]);
  });
});
