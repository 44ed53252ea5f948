import { expect, it } from "vitest";
import { productDay, productTime, setProductClock } from "./product-clock.ts";

it("tells a time of the device by the clock of the server", () => {
  const device = new Date("2026-11-22T06:42:00Z");
  setProductClock("2021-12-10T06:11:00Z", device);
  expect(productTime(new Date(device.getTime() + 60_000)).toISOString()).toBe("2021-12-10T06:12:00.000Z");
  expect(productDay(device)).toMatch(/^2021-12-(?:09|10)$/);
  setProductClock(device.toISOString(), device);
  expect(productTime(device)).toEqual(device);
});
