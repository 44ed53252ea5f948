import { describe, expect, it } from "vitest";
import { askAgain, nearestOf, planningInWords } from "./planning.ts";

describe("terms that are being worked out", () => {
  it("are asked for again, the longer they take the seldomer; those that stand never", () => {
    const [going, long] = [askAgain("going"), askAgain("long")];
    expect(going).toBeGreaterThanOrEqual(1000);
    expect(going).toBeLessThanOrEqual(2000);
    expect(long).toBeGreaterThan(Number(going));
    expect([askAgain("none"), askAgain(undefined)]).toEqual([false, false]);
  });

  it("of several programmes the nearest rules", () => {
    const of = (...all: ("none" | "going" | "long")[]) => nearestOf(all.map((planning) => ({ planning })));
    expect([of(), of("none"), of("none", "long"), of("long", "going")]).toEqual(["none", "none", "long", "going"]);
  });

  it("are spoken of only while they are", () => {
    expect(planningInWords("none")).toBe("");
    expect(planningInWords("going")).toBe("Сроки рассчитываются…");
    expect(planningInWords("long")).toContain("дольше обычного");
  });
});
