import { addDays, type LocalDate } from "#shared/local-date.ts";
import type { Act, Conduct } from "./year-conduct.ts";
import { AUTHORITY, BEGUN_ON, CENTRE, MOVES, PAUSE, SCHOOLS, UNDESIGNATED, type Bearer } from "./year-script.ts";

/*
 * The test's own book of the year: what was asked of whom, what was done with it and on which day. Figures and letters are reckoned from it
 * without a line of the product.
 */

/** An obligation with everything that happened to it. */
export interface Owed extends Conduct {
  readonly name: string;
  readonly moves: readonly { readonly on: LocalDate; readonly to: LocalDate }[];
  /** the day on which it was closed as asked of nobody any more */
  readonly closedOn: LocalDate | null;
}

/** «1.2 4 2027-03-23»: an obligation as the story calls it */
export const nameOf = (number: string, bearer: Bearer, dueOn: LocalDate) => `${number} ${bearer} ${dueOn}`;

const reported = ({ acts }: Pick<Owed, "acts">, before: LocalDate) => acts.some(({ on }) => on < before);

/** Writes the book of the whole year. */
export function ledgerOf(conducts: readonly Conduct[]): Owed[] {
  return conducts.map((one) => {
    const { measure, bearer, dueOn, acts } = one;
    const moves = MOVES.filter(
      (move) =>
        move.measure === measure.number &&
        (move.school === bearer || (move.school === "silent" && !reported(one, move.on))),
    ).map(({ on, to }) => ({ on, to }));
    const isUndesignated =
      measure.named === "lowResults" && bearer === UNDESIGNATED.school && dueOn > UNDESIGNATED.lastOn;
    const closedOn = isUndesignated && !reported(one, UNDESIGNATED.knownOn) ? UNDESIGNATED.knownOn : null;
    return {
      ...one,
      name: nameOf(measure.number, bearer, dueOn),
      moves,
      closedOn,
      acts: closedOn ? [] : acts,
    };
  });
}

/** How the report stood in the morning of a day. */
export function stateOn({ acts }: Owed, day: LocalDate): Act["step"] | null {
  return acts.filter(({ on }) => on < day).at(-1)?.step ?? null;
}

/** The due day as it stood in the morning of a day. */
export function dueThen({ moves, ...owed }: Owed, day: LocalDate): LocalDate {
  return moves.filter(({ on }) => on < day).at(-1)?.to ?? owed.dueOn;
}

export const OUTCOMES = [
  "inTime",
  "early",
  "doneLate",
  "submitted",
  "paused",
  "returned",
  "late",
  "moved",
  "running",
  "upcoming",
  "notApplicable",
] as const;
export type Counts = Record<(typeof OUTCOMES)[number], number>;

/** What had come of an obligation by the morning of a day, to one who asks about some days. */
function outcomeOn(owed: Owed, day: LocalDate, from: LocalDate, to: LocalDate): keyof Counts {
  const state = stateOn(owed, day);
  const due = dueThen(owed, day);
  if (state === "submit") return "submitted";
  if (state === "accept") {
    if (owed.notApplicable) return "notApplicable";
    if (owed.doneOn! < owed.opensOn) return "early";
    return owed.doneOn! > due ? "doneLate" : "inTime";
  }
  if (owed.closedOn && owed.closedOn < day) return "notApplicable";
  if (isPaused(owed, day)) return "paused";
  if (state === "return") return "returned";
  if (due < day) return "late";
  if ((due < from || due > to) && owed.moves.some(({ on }) => on < day)) return "moved";
  return owed.opensOn <= day ? "running" : "upcoming";
}

/** Outcomes of what was due within the days, or had been before it was moved, as they stood when the days were over or on a day before that. */
export function countsOf(book: readonly Owed[], from: LocalDate, to: LocalDate, after = addDays(to, 1)): Counts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Counts;
  for (const owed of book) {
    const days = [owed.dueOn, ...owed.moves.filter(({ on }) => on < after).map((move) => move.to)];
    if (days.some((due) => due >= from && due <= to)) counts[outcomeOn(owed, after, from, to)] += 1;
  }
  return counts;
}

export const allOf = (counts: Counts) => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
export const doneOf = ({ inTime, early, doneLate }: Counts) => inTime + early + doneLate;
/** «62 %», of what was owed; halves go up */
export const shareOf = (counts: Counts) =>
  Math.round((100 * doneOf(counts)) / (allOf(counts) - counts.notApplicable - counts.paused - counts.moved));

/** Whom the programme knows: the schools in order, then its offices. */
export const BEARERS: readonly Bearer[] = [...Array.from({ length: SCHOOLS }, (_, at) => at), AUTHORITY, CENTRE];

/** Whether it stood still in the morning of a day: what was due before the pause is owed as it was. */
export function isPaused(owed: Owed, day: LocalDate): boolean {
  if (owed.measure.number !== PAUSE.measure || day <= PAUSE.from || day > PAUSE.resumedOn) return false;
  return dueThen(owed, day) >= PAUSE.from;
}

/** Whether it was asked for already in the morning of a day, and still was. */
export function isAsked({ closedOn }: Owed, day: LocalDate): boolean {
  return day > BEGUN_ON && (closedOn === null || closedOn >= day);
}
