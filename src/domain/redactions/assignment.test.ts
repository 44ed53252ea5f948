import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { bestPairs, type Edge } from "./assignment.ts";

const worthOf = (edges: readonly Edge[]) => edges.reduce((sum, { worth }) => sum + worth, 0);

/** Every way to pair, by trying them all. */
function best(edges: readonly Edge[]): number {
  const [first, ...rest] = edges;
  if (!first) return 0;
  const free = rest.filter(({ before, after }) => before !== first.before && after !== first.after);
  return Math.max(best(rest), first.worth + best(free));
}

describe("pairs that together are worth most", () => {
  it("two good pairs are better than the best one and a bad one", () => {
    const edges = [
      { before: 0, after: 0, worth: 9 },
      { before: 0, after: 1, worth: 8 },
      { before: 1, after: 0, worth: 8 },
      { before: 1, after: 1, worth: 1 },
    ];
    expect(worthOf(bestPairs(edges))).toBe(16);
  });

  it("is as good as trying every way, and takes each side once", () => {
    const edges = fc.uniqueArray(
      fc.record({ before: fc.nat(4), after: fc.nat(4), worth: fc.integer({ min: 1, max: 30 }) }),
      { selector: ({ before, after }) => `${before} ${after}`, maxLength: 12 },
    );
    fc.assert(
      fc.property(edges, (list) => {
        const pairs = bestPairs(list);
        expect(worthOf(pairs)).toBe(best(list));
        expect(new Set(pairs.map(({ before }) => before)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ after }) => after)).size).toBe(pairs.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
