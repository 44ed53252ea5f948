import { dateInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { ProgrammeProblem } from "./problems.ts";
import { STATUS_NAME, type ProgrammeStatus } from "./words.ts";

export const STEPS = ["approve", "withdraw", "start", "finish", "reopen"] as const;
export type ProgrammeStep = (typeof STEPS)[number];

export const STEP_NAME: Readonly<Record<ProgrammeStep, string>> = {
  approve: "Утвердить",
  withdraw: "Вернуть в черновик",
  start: "Начать выполнение",
  finish: "Завершить",
  reopen: "Открыть снова",
};

/** Which step leads where; what is not here is refused. */
export const TRANSITIONS: Readonly<Record<ProgrammeStatus, Readonly<Partial<Record<ProgrammeStep, ProgrammeStatus>>>>> =
  {
    draft: { approve: "approved" },
    approved: { start: "running", withdraw: "draft" },
    running: { finish: "finished" },
    finished: { reopen: "running" },
  };

/** What a step must know beside the status. */
export interface StepFacts {
  readonly today: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** open measures of open sections */
  readonly measures: number;
  /** those of them whose term is not understood and not decided, as «1.3» or the beginning of the title */
  readonly unclear: readonly string[];
  /** the directive of approval has a number and a day */
  readonly hasDirective: boolean;
  /** the person has seen the warning (unclear terms, an end before time) and goes on */
  readonly confirmed: boolean;
  readonly reason: string;
  readonly reports: number;
}

export interface StepRefusal {
  readonly code: ProgrammeProblem;
  readonly values: Readonly<Record<string, string>>;
}

/** The next status, or why not: refusals first, warnings (which `confirmed` passes) last. */
export function takeStep(
  status: ProgrammeStatus,
  step: ProgrammeStep,
  facts: StepFacts,
): Result<ProgrammeStatus, StepRefusal> {
  const next = TRANSITIONS[status][step];
  if (!next) return refusal("wrong-step", { status: STATUS_NAME[status] });
  switch (step) {
    case "approve":
      if (!facts.hasDirective) return refusal("no-directive");
      if (facts.measures === 0) return refusal("no-measures");
      if (facts.unclear.length > 0 && !facts.confirmed)
        return refusal("terms-unclear", { list: listed(facts.unclear) });
      break;
    case "withdraw":
      if (facts.reports > 0) return refusal("has-reports");
      break;
    case "start":
      if (facts.today < facts.startsOn) return refusal("too-early", { day: dateInWords(facts.startsOn) });
      break;
    case "finish":
      if (facts.today < facts.endsOn && !facts.confirmed)
        return refusal("before-end", { day: dateInWords(facts.endsOn) });
      break;
    case "reopen":
      if (facts.reason.trim() === "") return refusal("no-reason");
      break;
  }
  return done(next);
}

/** Whether the words and rows of a programme may be changed at all. */
export function isEditable(status: ProgrammeStatus): boolean {
  return status !== "finished";
}

/** Whether it binds those who bear it now: only such a programme can be paused. */
export function isInForce(status: ProgrammeStatus): boolean {
  return status === "approved" || status === "running";
}

function refusal(code: ProgrammeProblem, values: StepRefusal["values"] = {}) {
  return refused({ code, values });
}

const SHOWN = 6;

function listed(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` и ещё ${rest}` : "");
}
