import type { Unquoted } from "./doubt.ts";
import { doubtAfter, doubtOfNew } from "./doubts-of-joint.ts";
import { EMPTY, goesOn, hasSpansOnly, isAside, isEmpty, type Draft, type Joint } from "./draft.ts";
import { windowOf, type Span } from "./point.ts";
import type { Part, Placed } from "./read-parts.ts";
import type { Rhythm } from "./read-rhythm.ts";
import { eachYear, spanOfYears, withYears, type Years } from "./read-years.ts";
import { holds, inFurtherYears, isDeadline, isSingleDay, withSharedYear } from "./span-lists.ts";

const UNSURE_YEAR: Unquoted = { kind: "ambiguous", words: "Год назван не у всех дней." };

/** The draft with the part taken in; "new" where the part begins a phase of its own, "unread" where it says what cannot be held. */
type Outcome = Draft | "new" | "unread";

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
    const doubt = (why: Unquoted | undefined) => why && doubted.push({ ...placed, part: { ...part, doubt: why } });
    if (part.is === "then") {
      // «2024 г. и далее»: what comes then is not said
      if (at === parts.length - 1) unread.push(placed);
      const next = parts[at + 1]?.part;
      // «с 1 октября, далее постоянно» says once what goes on; «не ранее 1 октября» says only when to begin
      const isSaidTwice =
        next?.is === "extent" && !next.span && goesOn(draft) && !draft.spans.some((span) => span.isFloor);
      return isSaidTwice ? undefined : close();
    }
    // beside a dated part an event only says more of it, and is doubted; alone it is what the moment waits for
    if (part.is === "relative") {
      if (isOnlyRelative) draft = { ...EMPTY, reference: "on-demand" };
      return;
    }
    const joint = isEmpty(draft) ? "space" : jointBefore(at);
    doubt(doubtAfter(parts[at - 1]?.part, part, jointBefore(at)));
    let outcome = take(draft, part, joint);
    if (outcome === "new") {
      doubt(doubtOfNew(draft, part, joint));
      close();
      outcome = take(draft, part, "space");
    }
    if (typeof outcome === "string") unread.push(placed);
    else draft = outcome;
    if (typeof outcome !== "string" && outcome.isYearUnsure && !doubted.length) doubt(UNSURE_YEAR);
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
  // «2024 год (весь период)», «2024 год, постоянно»
  if (!extent.span && isAside(joint) && draft.years && hasSpansOnly(draft)) return { ...draft, always: true };
  if (!extent.span) return goesOn(draft) ? { ...draft, always: true } : "new";
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
