import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSamePlan, readPlanValue, type PlanPart } from "./read-plan-value.ts";

function told({ value, atLeast, atMost, unit, noun, subGroup, perUnit }: PlanPart): string {
  const bound = atLeast ? "≥" : atMost ? "≤" : "";
  return [`${bound}${value}`, unit === "count" ? "" : unit, noun, perUnit && `/${perUnit}`, subGroup && `[${subGroup}]`]
    .filter(Boolean)
    .join(" ");
}

const tellPlan = (text: string) => {
  const { parts, rest } = readPlanValue(text);
  return parts.map(told).join("; ") + (rest ? ` ? ${rest}` : "");
};

describe("what is not understood stays in the rest", () => {
  it.each([
    ["", ""],
    ["–", ""],
    ["х", ""],
    ["по факту", " ? по факту"],
    ["10-12", " ? 10-12"],
    ["от 5 до 10", " ? от 5 до 10"],
    ["1 или 2", " ? 1 или 2"],
    ["10; уточняется", "10 ? уточняется"],
    ["несколько раз в год", " ? несколько раз в год"],
    ["все школы", " ? все школы"],
  ])("«%s»", (text, expected) => {
    expect(tellPlan(text)).toBe(expected);
  });
});

it.each([
  ["10", "10"],
  ["1 200", "1200"],
  ["0,5", "0.5"],
  ["не менее 1", "≥1"],
  ["≥ 3", "≥3"],
  ["не более 10 %", "≤10 percent"],
  ["100%", "100 percent"],
  ["50,5 %", "50.5 percent"],
  ["1; 10", "1; 10"],
  ["10 школ", "10 школ"],
  ["2 семинара в год", "2 семинара /year"],
  ["не менее 1 раза в год", "≥1 times /year"],
  ["1 раз в четверть", "1 times /schoolTerm"],
  ["да", "1 yes"],
  ["не требуется", "0 no"],
  ["не менее 50 %, в том числе ШНОР и ШНСУ – 100 %", "≥50 percent; 100 percent [ШНОР и ШНСУ]"],
  ["не менее 50%, в том числе ШНОР и ШНСУ -100%", "≥50 percent; 100 percent [ШНОР и ШНСУ]"],
  ["80 % (из них молодые педагоги: не менее 20 %)", "80 percent; ≥20 percent [молодые педагоги]"],
])("«%s» is %s", (text, expected) => {
  expect(tellPlan(text)).toBe(expected);
});

it("tells the same plan however it is typed", () => {
  expect(isSamePlan(readPlanValue("не менее 50%"), readPlanValue("Не менее 50 %."))).toBe(true);
  expect(isSamePlan(readPlanValue("10"), readPlanValue("не менее 10"))).toBe(false);
});

describe("laws", () => {
  const pieces = "10 1 3,5 % не менее более в том числе ШНОР – - ; , ( ) раз раза в год школ да \n из них :".split(" ");
  const sloppy = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((words) => words.join(" "));

  it("no text throws, values are numbers, and every digit is in a value or in the rest", () => {
    fc.assert(
      fc.property(sloppy, (text) => {
        const { parts, rest } = readPlanValue(text);
        const values = parts.filter(({ unit }) => unit !== "yes").map(({ value }) => String(value).replace(".", ","));
        expect(parts.every(({ value }) => Number.isFinite(value))).toBe(true);
        const digits = (some: string) => some.replace(/\D/g, "").split("").sort().join("");
        expect(digits(values.join("") + rest + parts.map(({ noun, subGroup }) => `${noun}${subGroup}`).join(""))).toBe(
          digits(text),
        );
      }),
    );
  });

  it.each(["10 ", "1;", "не менее ", "в том числе ", "1 000 ", "%", "( из них "])(
    "reads «%s» repeated to 2000 characters",
    (piece) => {
      const text = piece.repeat(Math.ceil(2000 / piece.length));
      expect(readPlanValue(text).text).toBe(text);
    },
  );
});
