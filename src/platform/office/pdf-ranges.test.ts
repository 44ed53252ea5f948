import { expect, it } from "vitest";
import { withoutEndlessRanges } from "./pdf-ranges.ts";

const kept = (text: string): string =>
  Buffer.from(withoutEndlessRanges(Buffer.from(text, "latin1"))).toString("latin1");

it.each([
  ["codes of one and two bytes", "1 beginbfrange <00> <ff> <0000> <0400> <04ff> <D835DC00> endbfrange"],
  ["a list of letters", "1 beginbfrange <0001> <0002> [<0041> <00660066>] endbfrange"],
  ["codes of a font", "1 begincidrange <0000> <ffff> 0 endcidrange"],
  ["a file without ranges", "%PDF-1.7 endbfrange"],
])("keeps %s", (_name, text) => {
  expect(kept(text)).toBe(text);
});

it.each([
  ["a bracket lost", "1 beginbfrange <0000> <00ff? <0000>\n<0400> <04ff> <0400> endbfrange"],
  ["a code of four bytes", "1 beginbfrange <0000> <00ff0000> <0000> endbfrange"],
  ["a block without an end", "1 begincidrange <0000> <7fffffff> 0"],
])("takes away a range with %s, and nothing moves", (_name, text) => {
  expect(kept(text)).toBe(`1 ${" ".repeat(text.length - 2)}`);
});
