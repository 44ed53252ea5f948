import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { withDay } from "./order-day.ts";

const TODAY = localDate("2026-11-22");
const blank = { directive: { datedOn: null }, effectiveOn: TODAY, dayChosen: false };

describe("the day changes take effect", () => {
  it("is that of the order, also when the order's is corrected", () => {
    const first = withDay(blank, localDate("2021-12-02"));
    expect(first.effectiveOn).toBe("2021-12-02");
    expect(withDay(first, localDate("2021-12-20")).effectiveOn).toBe("2021-12-20");
  });

  it("stays where the order has no date yet, and where somebody chose it", () => {
    expect(withDay(blank, null).effectiveOn).toBe(TODAY);
    expect(withDay({ ...blank, dayChosen: true }, localDate("2021-12-20")).effectiveOn).toBe(TODAY);
  });
});
