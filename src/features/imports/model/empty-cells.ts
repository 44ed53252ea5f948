import type { ReadMeasure } from "#domain/tables/reading.ts";
import { understoodPlanValue } from "./phrases.ts";

/** Fields where a dash stands for nothing written; a title or a number made of one stays as printed. */
const DASHED = ["term", "responsible", "coResponsible", "participants", "result", "reportDocument", "control"] as const;

const DASHES = /^[\s\-‐‑–—−]+$/u;

/**
 * The measure with its empty cells empty: «–» for a term, a doer or a result is nothing to read, and a year whose cell is empty, «–» or
 * «х» has no work planned, so that it is no year of the plan.
 */
export function withoutEmptyCells(measure: ReadMeasure): ReadMeasure {
  const { plan, instruments } = measure;
  const emptied = Object.fromEntries(
    DASHED.flatMap((field) => (DASHES.test(measure[field] ?? "") ? [[field, ""] as const] : [])),
  );
  return {
    ...measure,
    ...emptied,
    ...(plan && { plan: Object.fromEntries(Object.entries(plan).filter(([, text]) => plansSomething(text))) }),
    ...(instruments && {
      instruments: Object.fromEntries(
        Object.entries(instruments).map(([level, one]) => [
          level,
          { ...one, text: told(one.text), term: told(one.term) },
        ]),
      ),
    }),
  };
}

function plansSomething(text: string): boolean {
  const { parts, rest } = understoodPlanValue(text);
  return parts.length > 0 || rest !== "";
}

function told(text: string): string {
  return DASHES.test(text) ? "" : text;
}
