import type { ObligationState } from "#features/obligations/model/state.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { Figure } from "./figure.ts";

/** What a cell says first: what is late, returned, near, waits or lies ahead; that it is done only where all of it is. */
const PRIORITY = ["late", "returned", "soon", "submitted", "ahead", "accepted"] as const;

export interface HeatCell {
  readonly state: ObligationState | null;
  /** «2 из 4», or the bare number where all are so; empty where nothing is due */
  readonly text: string;
  /** two or more late ones are darker */
  readonly isHeavy: boolean;
}

/** One state a cell, by priority; a cell where all that remains is paused or does not apply shows its shape and number. */
export function heatCell(figure: Figure): HeatCell {
  const state = PRIORITY.find((each) => figure[each] > 0);
  if (!state) {
    const rest = figure.paused > 0 ? "paused" : "notApplicable";
    const count = figure[rest];
    return { state: count > 0 ? rest : null, text: count > 0 ? String(count) : "", isHeavy: false };
  }
  const [own, all] = [figure[state], figure.due];
  const isBare = own === all && (state === "accepted" || state === "ahead");
  return { state, text: isBare ? String(own) : `${own} из ${all}`, isHeavy: state === "late" && own > 1 };
}

const WORDS: readonly (readonly [ObligationState, string])[] = [
  ["late", "просрочено"],
  ["returned", "вернули"],
  ["soon", "подходит срок"],
  ["submitted", "на проверке"],
  ["accepted", "принято"],
  ["ahead", "впереди"],
  ["paused", "приостановлено"],
  ["notApplicable", "неприменимо"],
];

/** A cell read aloud: «СОШ № 7, октябрь 2026: 4 отчёта, просрочено 2, принято 2». */
export function heatInWords(name: string, month: string, figure: Figure): string {
  const states = WORDS.filter(([state]) => figure[state] > 0).map(([state, word]) => `${word} ${figure[state]}`);
  const all = reportsInWords(figure.due + figure.paused + figure.notApplicable);
  return `${name}, ${month}: ${states.length === 0 ? "сроков нет" : [all, ...states].join(", ")}`;
}
