import type { Unquoted } from "./doubt.ts";
import { windowOf, type Span } from "./point.ts";
import type { Part, Placed } from "./read-parts.ts";
import { eachYear, spanOfYears, withYears, type Years } from "./read-years.ts";
import { holds, inFurtherYears, isDeadline, isSingleDay, withSharedYear } from "./span-lists.ts";
import type { Rhythm } from "./read-rhythm.ts";
import type { Reference } from "./read-reference.ts";

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

const UNSURE_YEAR: Unquoted = { kind: "ambiguous", words: "Год назван не у всех дней." };

const NO_JOINT: Unquoted = { kind: "ambiguous", words: "Неясно, один это срок или два: между ними нет знака." };

const IF_NEEDED: Unquoted = {
  kind: "ambiguous",
  words: "Неясно, обязателен ли этот срок или он только по необходимости.",
};

const TWO_RHYTHMS: Unquoted = { kind: "ambiguous", words: "Названы две разные частоты." };

const OF_PAPER: Unquoted = { kind: "ambiguous", words: "Неясно, срок это или слова о самом документе." };

/**
 * What stands right after a reference may belong to it: «при необходимости – март», «по запросу ежемесячно» may hold only at need,
 * «по плану второй четверти» tells of the paper.
 */
function doubtAfter(before: Part | undefined, part: Part, joint: Joint): Unquoted | undefined {
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

/** The draft with the part taken in; "new" where the part begins a phase of its own, "unread" where it says what cannot be held. */
type Outcome = Draft | "new" | "unread";

const EMPTY: Draft = { spans: [] };

function isEmpty(draft: Draft): boolean {
  return !draft.yearly && !draft.always && !draft.rhythm && !draft.reference && draft.spans.length === 0;
}

function hasSpansOnly(draft: Draft): boolean {
  return draft.spans.length > 0 && !draft.yearly && !draft.always && !draft.rhythm;
}

/**
 * Joins the parts of a phrase into drafts of phases. Parts qualify one another or stand side by side: «ежегодно» takes the months
 * around it; a rhythm takes months after a comma; terms with only white space between them are a list, each its own phase.
 */
export function joinParts(
  parts: readonly Placed[],
  jointBefore: (at: number) => Joint,
): { drafts: Draft[]; unread: Placed[]; doubted: Placed[] } {
  const doubted: Placed[] = [];
  const drafts: Draft[] = [];
  const unread: Placed[] = [];
  let draft = EMPTY;
  const close = () => {
    if (!isEmpty(draft)) drafts.push(draft);
    draft = EMPTY;
  };
  const isOnlyRelative = parts.every(({ part }) => part.is === "relative");
  parts.forEach((placed, at) => {
    const { part } = placed;
    if (part.is === "then") {
      // «2024 г. и далее»: what comes then is not said
      if (at === parts.length - 1) unread.push(placed);
      return close();
    }
    // beside a dated part an event only says more of it, and is doubted; alone it is what the moment waits for
    if (part.is === "relative") {
      if (isOnlyRelative) draft = { ...EMPTY, reference: "on-demand" };
      return;
    }
    const joint = isEmpty(draft) ? "space" : jointBefore(at);
    const afterReference = doubtAfter(parts[at - 1]?.part, part, jointBefore(at));
    if (afterReference) doubted.push({ ...placed, part: { ...part, doubt: afterReference } });
    let outcome = take(draft, part, joint);
    if (outcome === "new") {
      if (part.is === "rhythm" && draft.rhythm && joint !== "space" && joint !== "strong")
        doubted.push({ ...placed, part: { ...part, doubt: TWO_RHYTHMS } });
      const isSecondDeadline = draft.always && draft.spans.length > 0 && joint === "comma";
      if (part.is === "spans" && (isSecondDeadline || (joint === "space" && isOpenBeside(draft, part.spans))))
        doubted.push({ ...placed, part: { ...part, doubt: NO_JOINT } });
      close();
      outcome = take(draft, part, "space");
    }
    if (typeof outcome === "string") unread.push(placed);
    else draft = outcome;
    if (typeof outcome !== "string" && outcome.isYearUnsure && !doubted.length)
      doubted.push({ ...placed, part: { ...part, doubt: UNSURE_YEAR } });
    if (part.is !== "references") return;
    for (const reference of part.kinds.slice(1)) {
      close();
      draft = { ...EMPTY, reference };
    }
  });
  close();
  return { drafts, unread, doubted };
}

function take(draft: Draft, part: Exclude<Part, { is: "then" | "relative" }>, joint: Joint): Outcome {
  switch (part.is) {
    case "yearly":
      // «сентябрь (ежегодно), май (ежегодно)» says it twice
      if (draft.yearly && draft.spans.length && joint !== "strong") return draft;
      return isEmpty(draft) || (hasSpansOnly(draft) && joint !== "strong") ? takeYearly(draft) : "new";
    case "references":
      return isEmpty(draft) ? { ...draft, reference: part.kinds[0]! } : "new";
    case "rhythm":
      return takeRhythm(draft, part, joint);
    case "extent":
      return takeExtent(draft, part, joint);
    case "spans":
      return takeSpans(draft, part.spans, part.isLed, joint);
    case "years":
      return part.isSince
        ? takeSince(draft, part.years, joint, part.isFloor ?? false)
        : takeYears(draft, part.years, joint);
  }
}

/** «2021-2024 годы, ежегодно»: in each of the years. */
function takeYearly(draft: Draft): Draft {
  const each = draft.isRefined ? undefined : draft.years?.flatMap(eachYear).map(spanOfYears);
  return { ...draft, yearly: true, ...(each && { spans: each }) };
}

function takeRhythm(draft: Draft, rhythm: Rhythm, joint: Joint): Outcome {
  if (isEmpty(draft)) return { ...draft, rhythm };
  if (joint === "strong") return "new";
  const bounds = hasSpansOnly(draft) || (draft.always && draft.spans.length > 0);
  if (!bounds || (joint === "space" && !rhythm.isAdverb && !draft.always)) return "new";
  return { spans: draft.spans, rhythm };
}

function takeExtent(draft: Draft, extent: { readonly span?: Span; readonly isLed: boolean }, joint: Joint): Outcome {
  const spans = extent.span ? [extent.span] : [];
  if (isEmpty(draft)) return { always: true, spans };
  // «постоянно, в течение учебного года» says one thing twice, and so does «постоянно (весь период)»
  if (draft.always && !draft.spans.length && (extent.isLed || joint === "bracket") && joint !== "strong")
    return { ...draft, spans };
  // «2024 год (весь период)»
  if (!extent.span && joint === "bracket" && draft.years && hasSpansOnly(draft)) return { ...draft, always: true };
  if (!extent.span)
    return hasSpansOnly(draft) && draft.spans.every((span) => span.to === null && !span.named)
      ? { ...draft, always: true }
      : "new";
  const isBound = draft.rhythm && draft.spans.length === 0 && joint !== "strong" && (joint !== "space" || extent.isLed);
  return isBound ? { ...draft, spans: [extent.span] } : "new";
}

function takeSpans(draft: Draft, spans: readonly Span[], isLed: boolean, joint: Joint): Outcome {
  if (isEmpty(draft)) return { ...draft, spans };
  if (draft.reference) return "new";
  if (draft.years && joint !== "strong") return refineYears(draft, spans, draft.years);
  const last = draft.spans.at(-1);
  const [first] = spans;
  // «не ранее 1 июня и не позднее 1 августа» is one span
  if (last?.isFloor && first && isDeadline(first))
    return { ...draft, spans: [...draft.spans.slice(0, -1), { from: last.from, to: first.to }, ...spans.slice(1)] };
  if (last && !isLed && isDeadline(last) && spans.every(isSingleDay)) {
    // «до 10 октября, 10 января»: the preposition stands for both
    return takeSpans(
      draft,
      spans.map((span): Span => ({ ...span, from: null })),
      true,
      joint,
    );
  }
  if (last && joint === "bracket")
    return holds(last, spans) ? { ...draft, spans: [...draft.spans.slice(0, -1), ...spans] } : "unread";
  const added: Draft = { ...draft, ...withSharedYear(draft.spans, spans) };
  if (draft.yearly) return added;
  if (draft.always) return !last && (joint === "bracket" || (isLed && joint !== "strong")) ? added : "new";
  if (draft.rhythm) {
    const governs = draft.rhythm.isAdverb || isLed || joint !== "space";
    return governs && joint !== "strong" ? added : "new";
  }
  return joint === "space" ? "new" : added;
}

function refineYears(draft: Draft, spans: readonly Span[], years: readonly Years[]): Outcome {
  const dated = spans.map((span) => years.map((each) => withYears(span, each)));
  const all = dated.flat();
  if (!all.every((each) => each !== undefined)) return "new";
  return { ...draft, isRefined: true, spans: [...(draft.isRefined ? draft.spans : []), ...all.flat()] };
}

function takeSince(draft: Draft, years: Years, joint: Joint, isFloor: boolean): Outcome {
  const since: Span = { from: spanOfYears(years).from, to: null, ...(isFloor && { isFloor }) };
  if (years.isUnclear) return "unread";
  if (isEmpty(draft)) return { spans: [since] };
  if (joint === "strong") return "new";
  if (draft.spans.length || draft.reference) return "unread";
  return { ...draft, spans: [since] };
}

function takeYears(draft: Draft, years: Years, joint: Joint): Outcome {
  if (isEmpty(draft)) return years.isUnclear ? "unread" : { spans: [spanOfYears(years)], years: [years] };
  if (draft.years && !draft.isRefined && joint !== "space") {
    return years.isUnclear
      ? "unread"
      : { ...draft, spans: [...draft.spans, spanOfYears(years)], years: [...draft.years, years] };
  }
  if (joint === "strong" || draft.isRefined) return "new";
  if (draft.spans.length) {
    const dated = draft.spans.map((span) => withYears(span, years));
    const isWhole =
      dated.every((each) => each !== undefined) &&
      dated.flat().every((span) => span !== undefined && windowOf(span) !== undefined);
    const again = joint === "comma" && !years.isUnclear ? inFurtherYears(draft.spans, years) : undefined;
    if (again) return { ...draft, spans: [...draft.spans, ...again] };
    return isWhole ? { ...draft, spans: dated.flatMap((each) => each ?? []) } : "unread";
  }
  if (years.isUnclear || draft.reference) return "unread";
  return { ...draft, years: [years], spans: draft.yearly ? eachYear(years).map(spanOfYears) : [spanOfYears(years)] };
}
