import type { DocumentTree, Page } from "./document-tree.ts";

/** Sides of an A4 sheet, millimetres. */
const SHORT_SIDE = 210;
const LONG_SIDE = 297;

/** Margins of an official paper (GOST R 7.0.97-2025: left 20, right 10, top and bottom 20 mm at least). */
const OFFICIAL: Page = { orientation: "portrait", left: 20, right: 10, top: 20, bottom: 20 };

/** The page of a document, with what the tree leaves out filled by the official margins. */
export function pageOf(tree: DocumentTree): Page {
  return { ...OFFICIAL, ...tree.page };
}

/** Width between the margins, millimetres. */
export function textWidth(page: Page): number {
  return (page.orientation === "landscape" ? LONG_SIDE : SHORT_SIDE) - page.left - page.right;
}

/** The sheet before it is turned, millimetres: office formats name the portrait sides and the orientation apart. */
export const SHEET = { width: SHORT_SIDE, height: LONG_SIDE } as const;

/** Twentieths of a point, the unit of WordprocessingML. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Divides `whole` by shares into whole numbers that sum to it exactly. */
export function divide(whole: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let taken = 0;
  let passed = 0;
  return shares.map((share) => {
    passed += share;
    const end = Math.round((whole * passed) / total);
    const part = end - taken;
    taken = end;
    return part;
  });
}
