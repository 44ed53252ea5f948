import { placeOfFault } from "#shared/problem.ts";
import { forgetLoose } from "#features/files/server/forget-loose.ts";
import { forgetUploads } from "#features/files/server/forget-uploads.ts";
import { askTextsAgain } from "#features/files/server/keep-text.ts";
import { redrawLost } from "#features/files/server/redraw-lost.ts";
import { askScansAgain } from "#features/files/server/scan-file.ts";
import { sweepFiles, sweptInWords, type SweepParts } from "#features/files/server/sweep.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";

const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes files and rows agree now and every day: what nothing cites is forgotten, what no row names is taken away, what is missing or altered is
 * marked and told of, lost pictures of first pages are drawn anew, texts that nobody read are asked for. Returns what waits for the round under way and stops.
 */
export function keepSweeping(parts: SweepParts, jobs: Jobs, log: (line: string) => void): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = async () => {
    if (signal.aborted) return;
    try {
      await forgetLoose(parts);
      await forgetUploads(parts);
      await askScansAgain(parts, jobs);
      await askTextsAgain(parts, jobs);
      const words = sweptInWords(await sweepFiles({ ...parts, signal }));
      if (words) log(words);
      await redrawLost({ ...parts, signal }, jobs);
    } catch (fault) {
      if (!signal.aborted) log(`сбой проверки файлов: ${placeOfFault(fault)}`);
    }
  };
  let underWay = round();
  const timer = setInterval(() => (underWay = round()), DAY_MS).unref();
  return async () => {
    stopping.abort();
    clearInterval(timer);
    await underWay;
  };
}
