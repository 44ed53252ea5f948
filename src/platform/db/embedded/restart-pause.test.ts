import { describe, expect, it } from "vitest";
import { FIRST_PAUSE_MS, restartPause } from "./restart-pause.ts";

describe("a database that ended by itself", () => {
  it("waits the same short while after each end where it had been serving", () => {
    let pause = FIRST_PAUSE_MS;
    for (const stoodMs of [3001, 5500, 60_000]) {
      pause = restartPause(pause, stoodMs);
      expect(pause).toBe(FIRST_PAUSE_MS);
    }
  });

  it("waits longer and longer where it does not come to serve, to three seconds at most", () => {
    const pauses = [300, 600, 1200, 2400, 3000, 3000];
    let pause = FIRST_PAUSE_MS;
    for (const expected of pauses) {
      pause = restartPause(pause, 400);
      expect(pause).toBe(expected);
    }
    expect(restartPause(pause, 10_000)).toBe(FIRST_PAUSE_MS);
  });
});
