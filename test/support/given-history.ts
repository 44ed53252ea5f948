import * as fc from "fast-check";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { ProgressWorld } from "./progress-world.ts";
import { TODAY } from "./progress-world.ts";

/** What happened to an obligation and when, as an oracle knows it; days are of the town, which keeps Moscow's time. */
export interface Way {
  readonly id: Id;
  readonly opensOn: LocalDate;
  /** as the row has it now */
  readonly dueOn: LocalDate;
  readonly createdOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly kind: string | null;
  readonly doneOn: LocalDate | null;
  readonly steps: readonly { readonly step: string; readonly on: LocalDate }[];
  readonly moves: readonly { readonly on: LocalDate; readonly before: LocalDate; readonly after: LocalDate }[];
}

const dice = fc.record({
  ago: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }),
  done: fc.integer({ min: -30, max: 20 }),
  late: fc.boolean(),
  moves: fc.array(fc.record({ ago: fc.integer({ min: 1, max: 200 }), by: fc.integer({ min: -60, max: 60 }) }), {
    maxLength: 2,
  }),
  isMoved: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  closedAgo: fc.integer({ min: 1, max: 200 }),
  isLater: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  madeAgo: fc.integer({ min: 1, max: 150 }),
});

/** The steps that lead to a state, the latest last. */
const LEADS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  draft: [["submit", "withdraw"]],
  submitted: [["submit", "return", "submit"]],
  returned: [
    ["submit", "accept", "reopen", "return"],
    ["submit", "return", "submit", "withdraw"],
  ],
  accepted: [["submit", "return", "submit", "accept"]],
};

const LED_TO: Readonly<Record<string, string>> = {
  submit: "submitted",
  reopen: "submitted",
  return: "returned",
  accept: "accepted",
};

/** Where a report stood at the beginning of a day, its steps followed one by one; «none» where it was not sent. */
export function stateThen({ steps }: Way, on: LocalDate): string {
  let [state, beforeSending] = ["none", "none"];
  for (const { step } of steps.filter((one) => one.on < on)) {
    if (step === "submit") beforeSending = state;
    state = LED_TO[step] ?? beforeSending;
  }
  return state;
}

/** Gives every obligation of the world a past: steps of its report, moves of its due day, the days it was made and closed. */
export async function givenHistory({ world, town, raw, personas }: ProgressWorld, seed: number): Promise<Way[]> {
  const drawn = fc.sample(dice, { seed, numRuns: raw.length });
  const ways: Way[] = [];
  for (const [at, row] of raw.entries()) {
    const one = drawn[at]!;
    const daysAgo = [...one.ago].sort((a, b) => b - a);
    const leads = LEADS[row.state ?? ""] ?? [[]];
    const steps = leads[at % leads.length]!.map((step, place) => ({ step, on: addDays(TODAY, -daysAgo[place]!) }));
    const opensOn = addDays(row.due_on, -10);
    const doneOn = row.state === null || row.kind !== "done" ? null : addDays(row.due_on, one.done);
    const closedOn = row.closed ? addDays(TODAY, -one.closedAgo) : null;
    const createdOn = addDays(TODAY, one.isLater ? -one.madeAgo : -500);
    const moves = one.isMoved ? movesTo(row.due_on, one.moves) : [];
    await world.rows(
      `update obligation set created_at = ($2::date + time '09:00') at time zone 'Europe/Moscow',
         closed_at = ($3::date + time '09:00') at time zone 'Europe/Moscow', due_moved = $4 where id = $1`,
      [row.id, createdOn, closedOn, moves.length > 0],
    );
    for (const step of steps)
      await world.rows(
        `insert into report_step (territory_id, id, report_id, step, person_id, at)
         select $1, $2, report_id, $3, $4, ($5::date + time '23:30') at time zone 'Europe/Moscow' from report_obligation where obligation_id = $6`,
        [town, makeId(), step.step, personas.school.personId, step.on, row.id],
      );
    await world.rows(
      `update report set done_on = $2 where id in (select report_id from report_obligation where obligation_id = $1)`,
      [row.id, doneOn],
    );
    for (const move of moves)
      await world.rows(
        `insert into journal (territory_id, id, at, actor, action, subject_kind, subject_id, changes, detail, hash)
         values ($1, $2, ($3::date + time '00:30') at time zone 'Europe/Moscow', 'person', 'obligation.move-due', 'obligation', $4, $5,
           '{"reason": "Карантин"}', sha256('x'))`,
        [town, makeId(), move.on, row.id, JSON.stringify([{ field: "dueOn", before: move.before, after: move.after }])],
      );
    ways.push({ id: row.id, opensOn, dueOn: row.due_on, createdOn, closedOn, kind: row.kind, doneOn, steps, moves });
  }
  return ways;
}

/** Moves that end at the day the row has, in order of time. */
function movesTo(dueOn: LocalDate, drawn: readonly { readonly ago: number; readonly by: number }[]) {
  const days = [...new Set(drawn.map(({ ago }) => ago))].sort((a, b) => a - b);
  let after = dueOn;
  const moves: { on: LocalDate; before: LocalDate; after: LocalDate }[] = [];
  for (const [at, ago] of days.entries()) {
    const before = addDays(after, drawn[at]!.by || 7);
    moves.unshift({ on: addDays(TODAY, -ago), before, after });
    after = before;
  }
  return moves;
}
