import type { PlanPart, PlanValue } from "./read-plan-value.ts";

function tellPart({ value, atLeast, atMost, unit, noun, perUnit, subGroup }: PlanPart): string {
  const number = unit === "yes" || unit === "no" ? "" : `${atLeast ? ">=" : atMost ? "<=" : ""}${value}`;
  return [unit, number, noun, perUnit && `/${perUnit}`, subGroup && `{${subGroup}}`].filter(Boolean).join(" ");
}

/** A reading in one line of notation, for the corpus: «percent >=50; percent 100 {ШНОР и ШНСУ}»; «–» where nothing is planned. */
export function tellPlanValue({ parts, rest }: PlanValue): string {
  return parts.length || rest ? parts.map(tellPart).join("; ") : "–";
}
