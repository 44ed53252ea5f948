import type { LocalDate } from "#shared/local-date.ts";

/**
 * A formula is data with an origin: figures reported under one edition are never silently recomputed under another, and a page can
 * say by what rule it counted.
 */
export interface FormulaEdition {
  /** stable name, «measures-fulfilled/1» */
  readonly id: string;
  /** the figure's name in Russian */
  readonly title: string;
  /** the rule in one Russian sentence, as shown to those who ask how it is counted */
  readonly rule: string;
  /** the act or document it was taken from */
  readonly source: string;
  /** the day it counts from; null: no act names one */
  readonly effectiveFrom: LocalDate | null;
}
