import { placeOfFault } from "#shared/problem.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { NO_REACH, type Database } from "#platform/db/database.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { boardPlaces, figuresDue, keepFigures } from "#features/progress/server/keep-figures.ts";

const EVERY_MS = 60_000;

export interface FigureRounds {
  /** one round at once, for those who wait for it */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps the figures that a region's board adds up: at the turn of each municipality's day, and a minute after what changed. The board is
 * right without it too, only slower; several copies of the program wait for each other and repeat nothing.
 */
export function keepFigureRounds(
  database: Database,
  jobs: Jobs,
  clock: Clock,
  log: (line: string) => void,
): FigureRounds {
  let stopped = false;
  const look = async () => {
    const places = await database.within(NO_REACH, (tx) => boardPlaces(tx, clock), { readOnly: true });
    const reach = { person: undefined, reads: places.map(({ id }) => id), writes: [] };
    const due = await database.within(reach, (tx) => figuresDue(tx, places), { readOnly: true });
    for (const territoryId of due)
      if (!stopped) await jobs.within(territoryId, (context) => keepFigures(context, territoryId));
  };
  let round: Promise<unknown> | undefined;
  const run = () => {
    round ??= look()
      .catch((fault: unknown) => log(`сбой сводки региона: ${placeOfFault(fault)}`))
      .finally(() => (round = undefined));
  };
  run();
  const timer = setInterval(run, EVERY_MS).unref();
  return {
    look,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
