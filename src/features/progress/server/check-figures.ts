import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Figure } from "../model/figure.ts";
import { liveBoard, type Board } from "./board.ts";
import { boardsOf, type BoardPlace } from "./kept-boards.ts";

/** A number of a municipality's board that is not what its obligations give. */
export interface Difference {
  readonly territoryId: Id;
  readonly what: "bearers" | "lateBearers" | keyof Figure;
  /** of the current month; of all that was ever owed otherwise */
  readonly ofMonth: boolean;
  readonly told: number;
  readonly counted: number;
}

/** Compares what the board would tell with live counts. Asked in a transaction that sees one instant; changes nothing. */
export async function differencesOf(tx: Tx, place: BoardPlace): Promise<Difference[]> {
  const told = numbersOf((await boardsOf(tx, [place])).get(place.id)!);
  const counted = numbersOf(await liveBoard(tx, place.id, place.today));
  return told.flatMap((one, at) => {
    const { value } = counted[at]!;
    return one.value === value
      ? []
      : [{ territoryId: place.id, what: one.what, ofMonth: one.ofMonth, told: one.value, counted: value }];
  });
}

function numbersOf({ bearers, lateBearers, figure, monthFigure }: Board) {
  const parts = (of: Figure, ofMonth: boolean) =>
    (Object.keys(of) as (keyof Figure)[]).sort().map((what) => ({ what, ofMonth, value: of[what] }));
  return [
    { what: "bearers" as const, ofMonth: false, value: bearers },
    { what: "lateBearers" as const, ofMonth: false, value: lateBearers },
    ...parts(figure, false),
    ...parts(monthFigure, true),
  ];
}
