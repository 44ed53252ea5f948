import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { bearerKey } from "./bearers.ts";
import { OWING_PARTS, type OwingPart, type WantedObligation } from "./plan.ts";

/** Why the plan closed a row: wanted again, it opens again. Any other reason is a person's decision, which replanning leaves alone. */
export const PLAN_CLOSE_REASONS = ["not-wanted", "duplicate", "programme-finished", "programme-withdrawn"] as const;
export type PlanCloseReason = (typeof PLAN_CLOSE_REASONS)[number];

export interface ExistingObligation {
  readonly id: Id;
  readonly measureId: Id;
  readonly bearerKey: string;
  readonly occurrenceKey: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly part: OwingPart;
  readonly required: number;
  /** null while open */
  readonly closedReason: string | null;
  /** a report of any state, a draft too */
  readonly hasReport: boolean;
  /** the due day was set by a person: it stays */
  readonly dueMovedByHand: boolean;
  /** a person handed it to this bearer: the plan keeps it while the measure has the occurrence, whoever it means */
  readonly reassigned: boolean;
}

/** When an occurrence of a measure is due, whoever bears it. */
export type OccurrenceTerms = Pick<WantedObligation, "opensOn" | "dueOn" | "required">;

/** What an open row should say. */
export interface ObligationTerms {
  readonly id: Id;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly part: OwingPart;
  readonly required: number;
}

export interface PlanDiff {
  readonly add: readonly WantedObligation[];
  readonly move: readonly ObligationTerms[];
  readonly close: readonly { readonly id: Id; readonly reason: PlanCloseReason }[];
  readonly reopen: readonly ObligationTerms[];
}

type Keyed = Pick<ExistingObligation, "measureId" | "bearerKey" | "occurrenceKey">;

/** The stable key of an obligation: measure, bearer, occurrence. */
export function obligationKey({ measureId, bearerKey: bearer, occurrenceKey }: Keyed): string {
  return `${measureId}|${bearer}|${occurrenceKey}`;
}

/** The key of the obligation that is wished. */
export function wishKey({ measureId, bearer, occurrenceKey }: WantedObligation): string {
  return obligationKey({ measureId, bearerKey: bearerKey(bearer), occurrenceKey });
}

/**
 * What replanning changes, by the stable key; applied, it leaves nothing to change. `existing` must hold every row of the measures
 * that `wanted` was planned for, closed ones too. A row with a report is never touched and stands for its key. A row closed by the plan
 * is reopened, never doubled; one closed by a person stays closed. The order of neither list matters. `occurrences` are those of the
 * measures planned, by `occurrenceKeyOf`: a row handed over by a person follows them instead of its bearer's wish.
 */
export function diffPlan(
  existing: readonly ExistingObligation[],
  wanted: readonly WantedObligation[],
  occurrences: ReadonlyMap<string, OccurrenceTerms> = new Map(),
): PlanDiff {
  const rows = grouped(existing);
  const wishes = strongest(wanted);
  const add: WantedObligation[] = [];
  const move: ObligationTerms[] = [];
  const close: { id: Id; reason: PlanCloseReason }[] = [];
  const reopen: ObligationTerms[] = [];
  for (const key of [...new Set([...rows.keys(), ...wishes.keys()])].sort()) {
    const [row, ...doubles] = rows.get(key) ?? [];
    const own = wishes.get(key);
    const wish = own ?? takenOver(row, occurrences);
    for (const double of doubles) {
      if (!double.hasReport && double.closedReason === null) close.push({ id: double.id, reason: "duplicate" });
    }
    if (!row) {
      if (own) add.push(own);
    } else if (row.hasReport) {
      continue;
    } else if (!wish) {
      if (row.closedReason === null) close.push({ id: row.id, reason: "not-wanted" });
    } else if (row.closedReason === null) {
      if (!says(row, termsOf(row, wish))) move.push(termsOf(row, wish));
    } else if (isPlanReason(row.closedReason)) {
      reopen.push(termsOf(row, wish));
    }
  }
  return { add, move, close, reopen };
}

/** The rows after a diff, as the database holds them; `makeId` names the added ones. */
export function applyDiff(
  existing: readonly ExistingObligation[],
  diff: PlanDiff,
  makeId: () => Id,
): ExistingObligation[] {
  const terms = new Map([...diff.move, ...diff.reopen].map((entry) => [entry.id, entry]));
  const closed = new Map(diff.close.map(({ id, reason }) => [id, reason]));
  const kept = existing.map((row): ExistingObligation => {
    const said = terms.get(row.id);
    if (said) return { ...row, ...said, closedReason: null };
    return { ...row, closedReason: closed.get(row.id) ?? row.closedReason };
  });
  const added = diff.add.map(({ bearer, ...wish }): ExistingObligation => ({
    ...wish,
    id: makeId(),
    bearerKey: bearerKey(bearer),
    closedReason: null,
    hasReport: false,
    dueMovedByHand: false,
    reassigned: false,
  }));
  return [...kept, ...added];
}

/** The name of an occurrence among those of all measures. */
export function occurrenceKeyOf(measureId: Id, occurrenceKey: string): string {
  return `${measureId}|${occurrenceKey}`;
}

type Terms = OccurrenceTerms & Pick<WantedObligation, "part">;

/** What a row handed over should say: the terms of its occurrence, in the part it was handed over with. */
function takenOver(
  row: ExistingObligation | undefined,
  occurrences: ReadonlyMap<string, OccurrenceTerms>,
): Terms | undefined {
  const terms = row?.reassigned ? occurrences.get(occurrenceKeyOf(row.measureId, row.occurrenceKey)) : undefined;
  return terms && { ...terms, part: row!.part };
}

function termsOf(row: ExistingObligation, wish: Terms): ObligationTerms {
  const dueOn = row.dueMovedByHand ? row.dueOn : wish.dueOn;
  const opensOn = wish.opensOn > dueOn ? dueOn : wish.opensOn;
  return { id: row.id, opensOn, dueOn, part: wish.part, required: wish.required };
}

function says(row: ExistingObligation, terms: ObligationTerms): boolean {
  const same = row.opensOn === terms.opensOn && row.dueOn === terms.dueOn;
  return same && row.part === terms.part && row.required === terms.required;
}

function isPlanReason(reason: string): reason is PlanCloseReason {
  return PLAN_CLOSE_REASONS.some((known) => known === reason);
}

/** Rows by key; first the one that stands for it: reported, then closed by a person, open, closed by the plan, the oldest id first. */
function grouped(existing: readonly ExistingObligation[]): Map<string, ExistingObligation[]> {
  const rows = new Map<string, ExistingObligation[]>();
  for (const row of existing) rows.set(obligationKey(row), [...(rows.get(obligationKey(row)) ?? []), row]);
  for (const list of rows.values()) list.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return rows;
}

function rank(row: ExistingObligation): number {
  if (row.hasReport) return 0;
  if (row.closedReason === null) return 2;
  return isPlanReason(row.closedReason) ? 3 : 1;
}

/** One wish for each key: of two, the stronger part, then the earlier due day. */
function strongest(wanted: readonly WantedObligation[]): Map<string, WantedObligation> {
  const wishes = new Map<string, WantedObligation>();
  for (const wish of wanted) {
    const key = wishKey(wish);
    const known = wishes.get(key);
    if (!known || strength(wish) < strength(known)) wishes.set(key, wish);
  }
  return wishes;
}

/** Smaller is stronger. */
function strength({ part, dueOn, opensOn, required }: WantedObligation): string {
  return `${OWING_PARTS.indexOf(part)} ${dueOn} ${opensOn} ${String(required).padStart(6, "0")}`;
}
