import type { Unquoted } from "./doubt.ts";
import { hasSpansOnly, isAside, type Draft, type Joint } from "./draft.ts";
import type { Span } from "./point.ts";
import type { Part } from "./read-parts.ts";

const NO_JOINT: Unquoted = { kind: "ambiguous", words: "Неясно, один это срок или два: между ними нет знака." };

const IF_NEEDED: Unquoted = {
  kind: "ambiguous",
  words: "Неясно, обязателен ли этот срок или он только по необходимости.",
};

const DURING_OR_AFTER: Unquoted = { kind: "ambiguous", words: "Неясно, постоянно в это время или после него." };

const TWO_RHYTHMS: Unquoted = { kind: "ambiguous", words: "Названы две разные частоты." };

const OF_PAPER: Unquoted = { kind: "ambiguous", words: "Неясно, срок это или слова о самом документе." };

/**
 * What stands right after a reference may belong to it: «при необходимости – март», «по запросу ежемесячно» may hold only at need,
 * «по плану второй четверти» tells of the paper.
 */
export function doubtAfter(before: Part | undefined, part: Part, joint: Joint): Unquoted | undefined {
  if (before?.is !== "references" || joint === "strong") return undefined;
  const isDated = part.is === "spans" || part.is === "years";
  if (before.kinds.at(-1) === "by-schedule") return isDated && joint === "space" ? OF_PAPER : undefined;
  return isDated || (part.is === "rhythm" && joint === "space") ? IF_NEEDED : undefined;
}

/** «с сентября во май», «октябрь с апрель»: an open end beside another span may be a misprint of one span. */
function isOpenBeside(draft: Draft, spans: readonly Span[]): boolean {
  const isOpen = ({ from, to, named }: Span) => from !== null && to === null && !named;
  const isDay = ({ from, isDay: day, named }: Span) => from?.year !== undefined && day === true && !named;
  return (
    draft.spans.length > 0 &&
    (draft.spans.some(isOpen) || spans.some(isOpen) || [...draft.spans, ...spans].every(isDay))
  );
}

/** Why a part that begins a phase of its own may yet belong to the one before it. */
export function doubtOfNew(draft: Draft, part: Part, joint: Joint): Unquoted | undefined {
  // «сентябрь, постоянно»
  if (part.is === "extent" && !part.span && hasSpansOnly(draft) && isAside(joint)) return DURING_OR_AFTER;
  if (part.is === "rhythm" && draft.rhythm && isAside(joint)) return TWO_RHYTHMS;
  if (part.is !== "spans") return undefined;
  const isSecondDeadline = draft.always && draft.spans.length > 0 && joint === "comma";
  return isSecondDeadline || (joint === "space" && isOpenBeside(draft, part.spans)) ? NO_JOINT : undefined;
}
