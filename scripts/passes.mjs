import { say, seconds } from "./command.mjs";

/** Shows how a step ended: its time, and what it printed where it failed. */
export function report(title, { code, ms, output, late }) {
  say(`${code === 0 ? "✓" : "✗"} ${title}, ${seconds(ms)}${late ? " (остановлено: вышло время)" : ""}`);
  if (code !== 0) say(output.trim().replace(/^/gm, "    "));
}

/** Runs steps `{ title, start }` by `lanes` at a time, in order, all of them; returns how many passed and failed. */
export async function passAll(steps, lanes, options) {
  const waiting = [...steps];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await step.start({ quiet: true, ...options });
      report(step.title, result);
      sum[result.code === 0 ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return sum;
}
