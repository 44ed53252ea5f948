import type { DocumentGrids } from "./document.ts";
import type { Doubt, ReadTable } from "./reading.ts";

export function checkTable(_table: ReadTable, _grids: DocumentGrids): readonly Doubt[] {
  return [];
}
