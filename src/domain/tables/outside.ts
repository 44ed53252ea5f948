import type { Block, TableBlock } from "#shared/document-grids.ts";
import { siteBlocks } from "./clutter.ts";
import { readDuties } from "./duties.ts";
import { paragraphAt } from "./fold.ts";
import { doubtOf, short } from "./notes.ts";
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
  const site = siteBlocks(blocks, taken);
  const used = new Set([...taken, ...site]);
  const { texts, doubts } = readTexts(blocks, used);
  const free = 1 + Math.max(-1, ...blocks.map((block) => (block.kind === "table" ? block.index : -1)));
  const points = readPoints(blocks, used, free);
  const duties = readDuties(texts, points.used, free + points.tables.length);
  const around = aroundOf(blocks, site);
  return {
    texts: [...texts, ...around.texts],
    tables: [...points.tables, ...duties.tables],
    blocks: [...points.blocks, ...duties.blocks],
    doubts: [...doubts, ...points.doubts, ...around.doubts],
  };
}

/** What a site prints around the document stands apart, so that nothing is lost and nothing of it is taken; that is told. */
function aroundOf(
  blocks: readonly Block[],
  site: ReadonlySet<number>,
): { readonly texts: readonly TextSection[]; readonly doubts: readonly Doubt[] } {
  const own = [...site].sort((a, b) => a - b);
  const [first] = own;
  if (first === undefined) return { texts: [], doubts: [] };
  const paragraphs = own.map((at) => paragraphAt(blocks, at));
  const text = `Строки сайта вокруг документа в программу не взяты: ${site.size}, первая – «${short(paragraphs[0]!)}».`;
  return {
    texts: [{ kind: "clutter", heading: null, level: 0, paragraphs, items: [], blocks: own }],
    doubts: [doubtOf({ kind: "page-clutter", weight: "note", block: first, text }, first)],
  };
}
