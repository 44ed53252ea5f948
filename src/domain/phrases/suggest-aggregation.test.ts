import { describe, expect, it } from "vitest";
import { suggestAggregation } from "./suggest-aggregation.ts";

describe("where the row says too little, nothing is advised", () => {
  it.each([
    ["10", []],
    ["10", ["2", "3", "4"]],
    ["–", []],
    ["", ["10", "10"]],
    ["по плану", ["1", "1"]],
    ["10", ["3", "скоро", "4"]],
  ])("%s | %j", (total, years) => {
    expect(suggestAggregation(total, years)).toBeUndefined();
  });
});

it.each([
  ["10", ["10", "10", "10"], "eachYear", true],
  ["1", ["1", "1", "1"], "eachYear", true],
  ["1; 10", ["1; 10", "1; 10", "1; 10"], "eachYear", true],
  ["10", ["3", "3", "4"], "sum", true],
  ["3", ["1", "1", "1"], "sum", true],
  ["3; 30", ["1; 10", "1; 10", "1; 10"], "sum", true],
  ["10", ["10"], "eachYear", false],
  ["10", ["10", "–", "–"], "eachYear", false],
  ["0", ["0", "0"], "eachYear", false],
  ["не менее 1", ["1", "1", "1"], "atLeast", true],
  ["не менее 3", ["1", "1", "1"], "atLeast", true],
  ["не менее 6", ["1", "1", "1"], "atLeast", false],
  ["не менее 1 раза в год", ["не менее 1 раза в год", "не менее 1 раза в год"], "atLeast", true],
  ["", ["не менее 1", "не менее 2"], "atLeast", false],
  ["100 %", ["30 %", "60 %", "100 %"], "share", true],
  ["не менее 50 %, в том числе ШНОР – 100 %", [], "share", true],
  ["", ["30 %", "60 %"], "share", true],
  ["2 раза в год", ["2 раза в год", "2 раза в год"], "eachYear", true],
  ["1 раз в год", [], "eachYear", true],
  ["да", ["да", "да"], "eachYear", true],
])("%s | %j → %s, sure: %s", (total, years, aggregation, isSure) => {
  expect(suggestAggregation(total, years)).toEqual({ aggregation, isSure });
});
