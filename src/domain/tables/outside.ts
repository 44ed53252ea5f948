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
  return {
    texts: [...texts, ...aroundOf(blocks, site)],
    tables: [...points.tables, ...duties.tables],
    blocks: [...points.blocks, ...duties.blocks],
    doubts: [...doubts, ...points.doubts, ...leftOut(blocks, site)],
  };
}

/** What a site prints around the document stands apart, so that nothing is lost and nothing of it is taken. */
function aroundOf(blocks: readonly Block[], site: ReadonlySet<number>): readonly TextSection[] {
  if (site.size === 0) return [];
  const own = [...site].sort((a, b) => a - b);
  const paragraphs = own.map((at) => paragraphAt(blocks, at));
  return [{ kind: "clutter", heading: null, level: 0, paragraphs, items: [], blocks: own }];
}

function leftOut(blocks: readonly Block[], site: ReadonlySet<number>): readonly Doubt[] {
  const [first] = [...site].sort((a, b) => a - b);
  if (first === undefined) return [];
  const text = `Строки сайта вокруг документа в программу не взяты: ${site.size}, первая – «${short(paragraphAt(blocks, first))}».`;
  return [doubtOf({ kind: "page-clutter", weight: "note", block: first, text }, first)];
}
