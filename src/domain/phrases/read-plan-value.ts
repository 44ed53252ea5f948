import { matchKey } from "#domain/russian/match-key.ts";
import { confidenceOf, type Confidence, type PhraseDoubt } from "./doubt.ts";
import { folded } from "./folded.ts";
import { LONGEST_PHRASE } from "./longest-phrase.ts";
import { cutPlan } from "./plan-pieces.ts";
import { readPlanPiece } from "./read-plan-piece.ts";
import type { FrequencyUnit } from "./term.ts";

export type PlanUnit = "count" | "percent" | "times" | "yes" | "no";

export interface PlanPart {
  /** 1 for «да», 0 for «нет» */
  readonly value: number;
  /** «не менее 3» */
  readonly atLeast: boolean;
  /** present for «не более 10 %» */
  readonly atMost?: true;
  /** counts are of what the result names; times are of doing: «1 раз в год» */
  readonly unit: PlanUnit;
  /** what is counted, where the cell says it: «10 школ» */
  readonly noun?: string;
  /** whom the number is for, where it is not for all: «в том числе ШНОР и ШНСУ – 100 %» */
  readonly subGroup?: string;
  /** in which unit of time it is to be reached: «не менее 1 раза в год», «1 раз в 2 года» */
  readonly perUnit?: FrequencyUnit | `${number}${FrequencyUnit}`;
}

export interface PlanValue {
  readonly text: string;
  /** several for several results («1; 10»), in the order of the results */
  readonly parts: readonly PlanPart[];
  /** the words that were not used, white space folded */
  readonly rest: string;
  /** why a person should look at the reading: ranges, shares of each, values that are near or may be read in two ways */
  readonly doubts: readonly PhraseDoubt[];
  readonly confidence: Confidence;
}

const EMPTY = /^[-–—xхXХ.…\s]*$/u;

/**
 * Reads a planned value: «10», «не менее 1», «1; 10», «не менее 50 %, в том числе ШНОР и ШНСУ – 100 %», «1 раз в год», «да».
 * «–», «х» and an empty cell plan nothing. What is not understood stands in `rest`, what may be read in two ways carries a doubt;
 * never throws.
 */
export function readPlanValue(text: string): PlanValue {
  if (text.length > LONGEST_PHRASE) return { text, parts: [], rest: folded(text), doubts: [], confidence: "none" };
  const parts: PlanPart[] = [];
  const rest: string[] = [];
  const doubts: PhraseDoubt[] = [];
  const { pieces, doubts: ofCut } = cutPlan(text);
  for (const doubt of ofCut) doubts.push({ ...doubt, quote: folded(text) });
  for (const piece of pieces) {
    if (EMPTY.test(piece.text)) {
      if (pieces.length > 1)
        doubts.push({ kind: "ambiguous", quote: piece.text, words: "Для одного из результатов плана нет." });
      continue;
    }
    const found = readPlanPiece(piece);
    if (!found) rest.push(piece.text);
    else {
      parts.push(found.part);
      for (const doubt of found.doubts) doubts.push({ ...doubt, quote: piece.text });
    }
  }
  const left = rest.join(" ");
  return { text, parts, rest: left, doubts, confidence: confidenceOf(parts.length > 0, left, doubts) };
}

/** Whether two planned values say the same, however they are typed. */
export function isSamePlan(one: PlanValue, other: PlanValue): boolean {
  const told = (plan: PlanValue) =>
    JSON.stringify([
      plan.parts.map(({ subGroup, noun, ...part }) => [part, matchKey(subGroup ?? ""), matchKey(noun ?? "")]),
      matchKey(plan.rest),
    ]);
  return told(one) === told(other);
}
