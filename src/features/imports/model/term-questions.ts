import { printTerm } from "#domain/phrases/print-term.ts";
import type { PhraseDoubt } from "#domain/phrases/doubt.ts";
import type { Phase, TermReading } from "#domain/phrases/term.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import { understoodTerm } from "./phrases.ts";
import type { Choice, Question } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";

const CONTINUOUS: Phase = { kind: "continuous", windows: [], freq: null };
export const NEVER: Phase = { kind: "on-demand", windows: [], freq: null };
const YEARLY: Phase = { kind: "yearly", windows: [], freq: null };

const phrase = (phases: readonly Phase[]) => printTerm({ phrase: "", phases, rest: "" });
const choice = (key: string, label: string, hint: string, phases: readonly Phase[]): Choice => ({
  key,
  label,
  hint,
  meaning: { kind: "phases", phases },
});

/**
 * A row without any term: the years of the programme have their moments of account, or it owes nothing. Where its own words say when
 * (`said`), that is proposed, once for all rows that say so; rows of a table without terms are asked about together.
 */
export function undatedQuestion(row: SourceRow, said: TermReading | undefined): Question {
  const { key, title, isOfUntimed, termAbove } = row;
  const always = [
    choice("moments", "По моментам отчёта программы", "как за работу, которая идёт постоянно", [CONTINUOUS]),
    choice("yearly", "Раз в год", "до конца каждого года", [YEARLY]),
    choice("never", "Не отчитываться", "мероприятие останется в плане", [NEVER]),
  ];
  if (said)
    return {
      id: `said:${matchKey(said.phrase)}`,
      topic: "undated",
      question: "Срок стоит в самом мероприятии. Когда отчитываться?",
      quote: said.phrase,
      choices: [choice("said", "Как сказано в мероприятии", phrase(said.phases), said.phases), ...always],
      suggested: "said",
      own: "term",
    };
  return {
    id: isOfUntimed ? "undated:all" : `undated:${key}`,
    topic: "undated",
    question: isOfUntimed ? "Сроки в перечне не названы. Когда отчитываться?" : "Срок не назван. Когда отчитываться?",
    quote: isOfUntimed ? "" : title,
    choices: [...sameAsAbove(termAbove), ...always],
    suggested: "moments",
    own: "term",
  };
}

function sameAsAbove(term: string): Choice[] {
  const reading = understoodTerm(term);
  return isReadWhole(reading) ? [choice("above", "Как в строке выше", term, reading.phases)] : [];
}

/** Every word of a term was understood, and it says when. */
export function isReadWhole({ phases, rest }: Pick<TermReading, "phases" | "rest">): boolean {
  return rest === "" && phases.length > 0 && phases.every(({ kind }) => kind !== "unknown");
}

/** What is to be asked about a term as it was understood; undefined where nothing is. */
export function termQuestion(reading: TermReading): Question | undefined {
  const base = { id: `term:${matchKey(reading.phrase)}`, topic: "term", quote: reading.phrase, own: "term" } as const;
  const understood = reading.phases.filter(({ kind }) => kind !== "unknown");
  if (!isReadWhole(reading)) {
    const part =
      understood.length > 0
        ? [
            choice(
              "part",
              capitalised(phrase(understood)),
              reading.rest ? `без слов «${reading.rest}»` : "",
              understood,
            ),
          ]
        : [];
    return {
      ...base,
      question: reading.rest
        ? ["Не понято:", `«${reading.rest}».`, reading.doubts[0]?.words, "Какой это срок?"].filter(Boolean).join(" ")
        : "Срок не понят. Когда отчитываться?",
      choices: [
        ...part,
        choice("moments", "По моментам отчёта программы", "как за постоянную работу", [CONTINUOUS]),
        choice("never", "Не отчитываться", "мероприятие останется в плане", [NEVER]),
      ],
      suggested: part.length > 0 ? "part" : null,
    };
  }
  if (understood.some(({ windows }) => windows.some(({ named }) => named?.startsWith("halfYear"))))
    return halfYearQuestion(base, understood);
  const [doubt] = reading.doubts;
  if (doubt) return doubtedQuestion(base, doubt, understood);
  const [first, ...later] = understood;
  if (first && later.length === 1 && later[0]!.kind === "continuous" && first.windows.length > 0)
    return thenAlwaysQuestion(base, first, understood);
  if (understood.length === 1 && first!.kind === "by-schedule") return byScheduleQuestion(base, understood);
  return undefined;
}

type Base = Pick<Question, "id" | "topic" | "quote" | "own">;

/** Read in spite of a misprint, or the likelier of two meanings: the reading is proposed and confirmed. */
function doubtedQuestion(base: Base, doubt: PhraseDoubt, understood: readonly Phase[]): Question {
  const isNever = understood.every(({ kind }) => kind === "on-demand");
  return {
    ...base,
    question: `${doubt.words} Какой это срок?`,
    choices: [
      choice("read", capitalised(phrase(understood)), "так понято", understood),
      choice("moments", "По моментам отчёта программы", "как за постоянную работу", [CONTINUOUS]),
      ...(isNever ? [] : [choice("never", "Не отчитываться", "мероприятие останется в плане", [NEVER])]),
    ],
    suggested: "read",
  };
}

function thenAlwaysQuestion(base: Base, first: Phase, whole: readonly Phase[]): Question {
  const yearly: Phase = {
    kind: "yearly",
    windows: first.windows.map(({ from, to, named }) => ({
      from: from?.slice(-5) ?? null,
      to: to?.slice(-5) ?? null,
      ...(named ? { named } : {}),
    })),
    freq: null,
  };
  return {
    ...base,
    question: "Как часто отчитываться потом?",
    choices: [
      choice("whole", "По моментам отчёта программы", phrase(whole), whole),
      choice("yearly", "Раз в год", phrase([yearly]), [yearly]),
      choice("once", "Один раз, без продолжения", phrase([first]), [first]),
    ],
    suggested: "whole",
  };
}

function byScheduleQuestion(base: Base, whole: readonly Phase[]): Question {
  return {
    ...base,
    question: "Документ отсылает к другому графику. Когда отчитываться?",
    choices: [
      choice("moments", "По моментам отчёта программы", "как за постоянную работу", [CONTINUOUS]),
      choice("whole", "Раз в год", "до конца каждого года", whole),
      choice("never", "Не отчитываться", "мероприятие останется в плане", [NEVER]),
    ],
    suggested: "moments",
  };
}

/** «I полугодие» may be of the school year (September–December) or of the calendar one (January–June). */
function halfYearQuestion(base: Base, phases: readonly Phase[]): Question {
  const halves = {
    school: [
      ["09-01", "12-31"],
      ["01-01", "05-31"],
    ],
    calendar: [
      ["01-01", "06-30"],
      ["07-01", "12-31"],
    ],
  } as const;
  const dated = (kind: keyof typeof halves) =>
    phases.map((phase): Phase => ({
      ...phase,
      windows: phase.windows.map((window) => {
        const [from, to] = halves[kind][window.named === "halfYear/2" ? 1 : 0];
        return window.named?.startsWith("halfYear") ? { from, to } : window;
      }),
    }));
  return {
    ...base,
    question: "Полугодие учебное или календарное?",
    choices: [
      choice("school", "Учебное", phrase(dated("school")), dated("school")),
      choice("calendar", "Календарное", phrase(dated("calendar")), dated("calendar")),
    ],
    suggested: "school",
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
