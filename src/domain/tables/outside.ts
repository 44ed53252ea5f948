import type { Block, TableBlock } from "#shared/document-grids.ts";
import { readDuties } from "./duties.ts";
import { readPoints } from "./points.ts";
import type { Doubt, ReadTable } from "./reading.ts";
import type { TextSection } from "./text-section.ts";
import { readTexts } from "./texts.ts";

export interface Outside {
  readonly texts: readonly TextSection[];
  /** points of orders and lists of duties as tables; their paragraphs stay among the texts */
  readonly tables: readonly ReadTable[];
  /** the grids those tables point into */
  readonly blocks: readonly TableBlock[];
  readonly doubts: readonly Doubt[];
}

/** What stands outside the tables of a document. `taken` are blocks that tables have used. */
export function readOutside(blocks: readonly Block[], taken: ReadonlySet<number>): Outside {
  const { texts, doubts } = readTexts(blocks, taken);
  const free = 1 + Math.max(-1, ...blocks.map((block) => (block.kind === "table" ? block.index : -1)));
  const points = readPoints(blocks, taken, free);
  const duties = readDuties(texts, points.used, free + points.tables.length);
  return {
    texts,
    tables: [...points.tables, ...duties.tables],
    blocks: [...points.blocks, ...duties.blocks],
    doubts: [...doubts, ...points.doubts],
  };
}
