import fc from "fast-check";
import { expect, it } from "vitest";
import { addYears, localDate, localDateAt, localDateOf } from "./local-date.ts";

it.each([
  ["2026-10-15", 1, "2027-10-15"],
  ["2026-01-01", -3, "2023-01-01"],
  ["2028-02-29", 1, "2029-02-28"],
  ["2028-02-29", 4, "2032-02-29"],
  ["2027-02-28", 1, "2028-02-28"],
])("%s and %i years is %s", (day, years, other) => {
  expect(addYears(localDate(day), years)).toBe(other);
});

it.each([
  [2024, 2, 29, "2024-02-29"],
  [2023, 2, 29, undefined],
  [2000, 2, 29, "2000-02-29"],
  [1900, 2, 29, undefined],
  [2026, 4, 31, undefined],
  [2026, 13, 1, undefined],
  [2026, 0, 1, undefined],
  [2026, 1.5, 1, undefined],
  [2026, 1, Number.NaN, undefined],
  [Number.NaN, 1, 1, undefined],
  [99, 1, 1, undefined],
  [10_000, 1, 1, undefined],
])("year %d, month %d, day %d is %s", (year, month, day, named) => {
  expect(localDateOf(year, month, day)).toBe(named);
});

it("names the days of the calendar and no others", () => {
  const part = (least: number, most: number) => fc.integer({ min: least, max: most });
  fc.assert(
    fc.property(part(90, 10_010), part(-1, 14), part(-1, 33), (year, month, day) => {
      const at = new Date(Date.UTC(year, month - 1, day));
      const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
      expect(localDateOf(year, month, day)).toBe(same && year < 10_000 ? at.toISOString().slice(0, 10) : undefined);
    }),
  );
});

it("the local day is the zone's own at any instant, whatever was asked before", () => {
  const zones = fc.constantFrom("Europe/Moscow", "Asia/Kamchatka", "Europe/Kaliningrad", "Asia/Kolkata");
  const steps = fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 24_000 }), zones, steps, (day, zone, seconds) => {
      let at = day * 86_400_000;
      for (const second of seconds) {
        at += second * 1000;
        const written = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short" }).format(at);
        expect(localDateAt(new Date(at), zone)).toBe(written.split("/").reverse().join("-"));
      }
    }),
  );
});
