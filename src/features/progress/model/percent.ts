import { percentOf } from "#domain/formulas/share.ts";
import type { Figure } from "./figure.ts";

/** Per cent done; null where nothing is owed. */
export function factPercent(figure: Figure): number | null {
  return percentOf({ part: figure.accepted, whole: figure.due });
}

/** Per cent that should be done by today. */
export function planPercent(figure: Figure): number | null {
  return percentOf({ part: figure.planned, whole: figure.due });
}
