import { expect, it } from "vitest";
import { renumberer, type Renumbered } from "./renumber.ts";

/** Rows as «number» or «-number» for one left out; a section's own number stands before «|». */
function renumbered(...rows: readonly string[]): string[] {
  const numberOf = renumberer();
  return rows.flatMap((row) => {
    const isKept = !row.startsWith("-");
    const [number = "", section] = row.replace("-", "").split("|").reverse();
    const [from = "", to = ""] = section?.split(">") ?? [];
    const over: Renumbered | undefined = section ? { from, to } : undefined;
    const made = numberOf(number, isKept, over);
    return isKept ? [made] : [];
  });
}

it.each([
  ["nothing left out", ["1.1", "1.2", "2.1"], ["1.1", "1.2", "2.1"]],
  ["one in the middle", ["1.1", "-1.2", "1.3"], ["1.1", "1.2"]],
  ["the first", ["-1.", "2.", "3."], ["1.", "2."]],
  ["counted through all sections", ["1", "-2", "3", "4"], ["1", "2", "3"]],
  ["begun again in each section", ["1", "-2", "3", "-1", "-2", "3"], ["1", "2", "1"]],
  ["a section that moved up", ["-1>1|1.1", "2>1|2.1", "2>1|2.2"], ["1.1", "1.2"]],
  ["section ten is not section one", ["1>3|10.1"], ["10.1"]],
  ["words and roman figures", ["II", "-III", "", "а)"], ["II", "", "а)"]],
])("%s", (_name, rows, expected) => {
  expect(renumbered(...rows)).toEqual(expected);
});
