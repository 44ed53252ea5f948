import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import {
  AUTHORITY,
  BEGUN_ON,
  CENTRE,
  MEASURES,
  MOVES,
  PAUSE,
  UNDESIGNATED,
  type Bearer,
  type ScriptMeasure,
} from "./year-script.ts";

/** A step of the report on an obligation, on a day. */
export interface Act {
  readonly on: LocalDate;
  readonly step: "submit" | "return" | "accept";
  /** pressed on a page; without it asked of the server as the page does */
  readonly byHand?: true;
}

/** What comes of one obligation, from the first to the last day. */
export interface Conduct {
  readonly measure: ScriptMeasure;
  readonly bearer: Bearer;
  readonly opensOn: LocalDate;
  /** as planned; a move comes over it */
  readonly dueOn: LocalDate;
  readonly doneOn: LocalDate | null;
  /** answers that it does not apply */
  readonly notApplicable: boolean;
  readonly acts: readonly Act[];
}

type Habit = Pick<Conduct, "doneOn" | "acts"> & { readonly notApplicable?: true };

const at = (day: LocalDate, ...steps: readonly (readonly [days: number, step: Act["step"]])[]): Act[] =>
  steps.map(([days, step]) => ({ on: addDays(day, days), step }));

/** How bearers behave, by their term. */
const HABITS: readonly ((opensOn: LocalDate, dueOn: LocalDate) => Habit)[] = [
  (_, due) => ({ doneOn: addDays(due, -3), acts: at(due, [-3, "submit"], [1, "accept"]) }),
  (opens) => ({ doneOn: addDays(opens, -2), acts: at(opens, [-2, "submit"], [4, "accept"]) }),
  (_, due) => ({
    doneOn: addDays(due, -4),
    acts: at(due, [-4, "submit"], [-2, "return"], [2, "submit"], [3, "accept"]),
  }),
  (_, due) => ({ doneOn: addDays(due, 4), acts: at(due, [5, "submit"], [8, "accept"]) }),
  // done in time and told late
  (_, due) => ({ doneOn: due, acts: at(due, [5, "submit"], [6, "accept"]) }),
  () => ({ doneOn: null, acts: [] }),
  (_, due) => ({ doneOn: addDays(due, -1), acts: at(due, [-1, "submit"], [0, "accept"]) }),
  (_, due) => ({ doneOn: null, notApplicable: true, acts: at(due, [-6, "submit"], [-5, "accept"]) }),
  (_, due) => ({ doneOn: addDays(due, -1), acts: at(due, [-1, "submit"]) }),
  (_, due) => ({ doneOn: addDays(due, -2), acts: at(due, [-2, "submit"], [1, "return"]) }),
];

/** The report that people make on pages: sent with a file, returned with a remark, mended, accepted by keys. */
export const TOLD = { measure: "1.3", school: 0 } as const;
const TOLD_WAY: Habit = {
  doneOn: localDate("2026-10-07"),
  acts: [
    { on: localDate("2026-10-08"), step: "submit", byHand: true },
    { on: localDate("2026-10-09"), step: "return", byHand: true },
    { on: localDate("2026-10-12"), step: "submit" },
    { on: localDate("2026-10-13"), step: "accept", byHand: true },
  ],
};
/** What a school reported while it bore its designation, of a term that ends after it; a draft never sent would hold as well. */
const KEPT_WAY: Habit = {
  doneOn: localDate("2027-01-12"),
  acts: at(localDate("2027-01-12"), [0, "submit"], [2, "accept"]),
};
/** Returned on the last working afternoon of the year: eleven days nobody is written to. */
const HOLIDAY_WAY: Habit = {
  doneOn: localDate("2026-12-25"),
  acts: at(localDate("2026-12-28"), [0, "submit"], [2, "return"], [15, "submit"], [17, "accept"]),
};
/** Sent before the quarantine, accepted during it. */
const BEFORE_PAUSE: Habit = {
  doneOn: localDate("2027-02-16"),
  acts: at(localDate("2027-02-17"), [0, "submit"], [8, "accept"]),
};

function habitOf(measure: ScriptMeasure, bearer: Bearer, place: number, opensOn: LocalDate, dueOn: LocalDate): Habit {
  const { number } = measure;
  if (number === TOLD.measure && bearer === TOLD.school) return TOLD_WAY;
  if (number === "1.4" && bearer === UNDESIGNATED.school && place === 0) return KEPT_WAY;
  if (number === "1.2" && bearer === 1 && place === 1) return HOLIDAY_WAY;
  if (number === PAUSE.measure && typeof bearer === "number" && bearer < 2) return BEFORE_PAUSE;
  const who = bearer === AUTHORITY ? 3 : bearer === CENTRE ? 6 : bearer;
  const chosen = HABITS[(MEASURES.indexOf(measure) * 7 + who * 3 + place * 11) % HABITS.length]!;
  const way = chosen(opensOn, finalDue(measure, bearer, dueOn));
  // what would be told before the programme begins is told in its day
  const first = number === PAUSE.measure ? MOVES[0]!.on : BEGUN_ON;
  return way.acts.every(({ on }) => on > first) ? way : HABITS[0]!(opensOn, finalDue(measure, bearer, dueOn));
}

/** The day that an obligation is due in the end. */
function finalDue({ number }: ScriptMeasure, bearer: Bearer, dueOn: LocalDate): LocalDate {
  const move = MOVES.find(({ measure, school }) => measure === number && (school === "silent" || school === bearer));
  return move?.to ?? dueOn;
}

/** Everything that the programme asks of everybody, and what comes of it. */
export function conducts(): Conduct[] {
  return MEASURES.flatMap((measure) =>
    measure.who.flatMap((bearer) =>
      measure.days.map(([opens, due], place): Conduct => {
        const [opensOn, dueOn] = [localDate(opens), localDate(due)];
        const habit = habitOf(measure, bearer, place, opensOn, dueOn);
        return { measure, bearer, opensOn, dueOn, notApplicable: false, ...habit };
      }),
    ),
  );
}
