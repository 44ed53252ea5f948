import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RegionHome } from "../model/contract.ts";
import { byKey, figureOf, type Figure } from "../model/figure.ts";
import { monthNow } from "../model/period.ts";
import { coarseGroups, type CoarseGroup } from "./progress-groups.ts";

/** How a municipality stands on a day: a line of its region's board. */
export type Board = Pick<RegionHome["territories"][number], "bearers" | "lateBearers" | "figure" | "monthFigure">;

/** Figures of one bearer on a day: of all it ever owed, and of the day's month. */
export interface BearerFigures {
  readonly bearerKey: string;
  readonly all: Figure;
  readonly month: Figure;
}

/** Each bearer of the groups by itself, by the same formula as everywhere. */
export function bearerFigures(groups: readonly CoarseGroup[], today: LocalDate): BearerFigures[] {
  const month = monthNow(today);
  return [...byKey(groups, ({ key }) => key)].map(([bearerKey, own]) => ({
    bearerKey,
    all: figureOf(own, today),
    month: figureOf(own, today, month),
  }));
}

/** A municipality is its bearers together: nothing is owed by two of them. */
export function boardOf(figures: readonly BearerFigures[]): Board {
  return {
    bearers: figures.filter(({ all }) => all.due + all.paused > 0).length,
    lateBearers: figures.filter(({ all }) => all.late > 0).length,
    figure: sumOf(figures.map(({ all }) => all)),
    monthFigure: sumOf(figures.map(({ month }) => month)),
  };
}

/** Two parts of one municipality that have no bearer in common. */
export function together(one: Board, other: Board): Board {
  return {
    bearers: one.bearers + other.bearers,
    lateBearers: one.lateBearers + other.lateBearers,
    figure: sumOf([one.figure, other.figure]),
    monthFigure: sumOf([one.monthFigure, other.monthFigure]),
  };
}

function sumOf(figures: readonly Figure[]): Figure {
  const sum: Figure = { ...NOTHING };
  for (const figure of figures) for (const part of PARTS) sum[part] += figure[part];
  return sum;
}

const NOTHING = figureOf([], "1900-01-01" as LocalDate);
const PARTS = Object.keys(NOTHING) as (keyof Figure)[];

/** Counts a municipality from its obligations; `of`: only what these bearers owe. */
export async function liveBoard(tx: Tx, territoryId: Id, today: LocalDate, of?: readonly string[]): Promise<Board> {
  return boardOf(bearerFigures(await coarseGroups(tx, territoryId, "whole", {}, { today, by: "bearer", of }), today));
}
