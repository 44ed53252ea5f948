import type { Fault } from "../fault.ts";

const HOUR = 3_600_000;
/** set back, far ahead, back again */
const SHIFTS = [-2 * HOUR, 5 * HOUR, 0, -26 * HOUR, 3 * 24 * HOUR];

/** The machine's hour jumps under the running program, forward and back; a start with the hour set back follows. */
export const clockJumps: Fault = {
  name: "clock",
  title: "скачки часов",
  async run({ arena, dose }) {
    await arena.start({ shims: ["jumping-clock"] });
    arena.startWriting();
    for (const shift of SHIFTS.slice(0, Math.max(3, dose.strikes))) {
      await arena.untilDone(25);
      arena.shiftClock(shift);
    }
    await arena.untilDone(25);
  },
};
