import type { DocumentGrids } from "./document.ts";
import type { Doubt } from "./reading.ts";

export function unflatten(document: DocumentGrids): { grids: DocumentGrids; doubts: readonly Doubt[] } {
  return { grids: document, doubts: [] };
}
