import type { DocumentGrids } from "#shared/document-grids.ts";
import { measuresOf, type ReadTable } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";

/** Short views of a reading, for tests that say much about it in few lines. */
export const only = (grids: DocumentGrids): ReadTable => understand(grids).reading.tables[0]!;

/** «path/of/sections number title» of every measure. */
export const lines = (read: ReadTable): string[] =>
  measuresOf(read).map(
    ({ path, measure }) =>
      `${path.map(({ number, title }) => number ?? title ?? "").join("/")} ${measure.number ?? "-"} ${measure.title}`,
  );

export const doubtKinds = (grids: DocumentGrids): string[] => understand(grids).reading.doubts.map(({ kind }) => kind);

export const HEADER = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"] as const;
