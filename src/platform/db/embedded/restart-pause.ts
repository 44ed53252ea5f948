export const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 3000;
/** one that cannot start ends within a second; one that stood for longer was serving */
const STANDS_MS = 3000;

/**
 * How long to wait, in ms, before a database that ended by itself is started again. One that was serving is started at once, however often it
 * is killed; one that cannot start, as on a full disk, is tried more and more seldom, until it can.
 */
export function restartPause(before: number, stoodMs: number): number {
  return stoodMs > STANDS_MS ? FIRST_PAUSE_MS : Math.min(before * 2, LONGEST_PAUSE_MS);
}
