import { isDeepStrictEqual } from "node:util";
import { NO_REACH } from "../src/platform/db/database.ts";
import { boardPlaces, keepFigures } from "../src/features/progress/server/keep-figures.ts";
import { liveBoard, type Board } from "../src/features/progress/server/board.ts";
import type { Program } from "../src/main/program.ts";
import { pageAsker } from "./asked-page.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { officerOf } from "./officer.ts";
import { inTurns } from "./timing.ts";

const ROUNDS = 7;

/**
 * P5: the board of a region through the whole server, from kept figures, against counting every municipality's obligations in SQL at the
 * same moment, without a server around. The totals of both are compared; a difference is no measure.
 */
export async function regionBoard(ground: Ground): Promise<readonly Figure[]> {
  // the kept figures that it writes there are the same at any time: no copy is needed
  const url = await ground.world(ground.large);
  const program = await ground.program(url);
  try {
    const places = await program.database.within(NO_REACH, (tx) => boardPlaces(tx, program.clock));
    const counting = () => countAll(program, places);
    const begun = performance.now();
    for (const { id } of places) await program.jobs.within(id, (context) => keepFigures(context, id));
    const keeping = performance.now() - begun;
    const { territoryId, cookie } = await officerOf(url, { role: "region_specialist" });
    const asking = await pageAsker(program, `/api/progress/region?territoryId=${territoryId}`, cookie);
    const told = JSON.parse(await asking()) as { readonly territories: readonly (Board & { readonly id: string })[] };
    const counted = await counting();
    for (const { id, bearers, lateBearers, figure, monthFigure } of told.territories)
      if (!isDeepStrictEqual({ bearers, lateBearers, figure, monthFigure }, counted.get(id)))
        throw new Error(`the board of ${id} differs from live counting`);
    if (told.territories.length !== counted.size) throw new Error("a municipality is missing from the board");
    const { ours, limit } = await inTurns(ROUNDS, 1, asking, counting);
    return [
      {
        id: "P5",
        name: `сводка региона, мир ${ground.large}`,
        unit: "мс",
        ours,
        limit,
        limitName: "подсчёт по отчётам всех муниципалитетов",
        goal: { most: 1 / 15 },
        seen: {
          муниципалитетов: places.length,
          сроков: told.territories.reduce(
            (sum, { figure }) => sum + figure.due + figure.paused + figure.notApplicable,
            0,
          ),
          "собрать заново, мс": keeping,
        },
      },
    ];
  } finally {
    await program.stop();
  }
}

async function countAll(
  { database }: Program,
  places: Awaited<ReturnType<typeof boardPlaces>>,
): Promise<ReadonlyMap<string, Board>> {
  const reach = { person: undefined, reads: places.map(({ id }) => id), writes: [] };
  const how = { readOnly: true, patience: "work" } as const;
  return database.within(
    reach,
    async (tx) => {
      const boards = new Map<string, Board>();
      for (const { id, today } of places) boards.set(id, await liveBoard(tx, id, today));
      return boards;
    },
    how,
  );
}
