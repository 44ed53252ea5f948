import type { Span } from "./point.ts";
import type { Reference } from "./read-reference.ts";
import type { Rhythm } from "./read-rhythm.ts";
import type { Years } from "./read-years.ts";

/** What stands between a part and the one before it; the strongest mark counts. */
export type Joint = "space" | "comma" | "bracket" | "strong";

/** A phase being put together. */
export interface Draft {
  readonly yearly?: boolean;
  readonly always?: boolean;
  readonly rhythm?: Rhythm;
  readonly reference?: Reference;
  readonly spans: readonly Span[];
  /** the spans are whole years so far: months after them («2021 год: март, май») take their place */
  readonly years?: readonly Years[];
  /** the years have got their months; more of them may follow */
  readonly isRefined?: boolean;
  /** some of its days have a year and it is not clear for which others it stands */
  readonly isYearUnsure?: boolean;
}

export const EMPTY: Draft = { spans: [] };

export function isEmpty(draft: Draft): boolean {
  return !draft.yearly && !draft.always && !draft.rhythm && !draft.reference && draft.spans.length === 0;
}

export function hasSpansOnly(draft: Draft): boolean {
  return draft.spans.length > 0 && !draft.yearly && !draft.always && !draft.rhythm;
}

/** «с 1 октября»: what goes on without an end. */
export function goesOn(draft: Draft): boolean {
  return hasSpansOnly(draft) && draft.spans.every((span) => span.to === null && !span.named);
}

/** Between commas or in brackets: said beside, neither run on nor apart. */
export function isAside(joint: Joint): boolean {
  return joint === "comma" || joint === "bracket";
}
