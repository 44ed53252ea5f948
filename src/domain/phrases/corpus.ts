import { folded } from "./folded.ts";
import { readParties } from "./read-parties.ts";
import { readPlanValue } from "./read-plan-value.ts";
import { readTerm } from "./read-term.ts";
import { tellParties } from "./tell-parties.ts";
import { tellPlanValue } from "./tell-plan-value.ts";
import { tellTerm } from "./tell-term.ts";

export type CorpusKind = "terms" | "parties" | "planned";

/** One line of the corpus, `phrase => reading`; the notation is told in `fixtures/phrases/README.md`. */
export interface CorpusCase {
  /** from one up, in its file */
  readonly line: number;
  readonly phrase: string;
  readonly column: "responsible" | "participants";
  /** the reading of a careful person; null where none can be made */
  readonly told: string | null;
  /** a careful person would ask */
  readonly isMarked: boolean;
}

/**
 * What became of a case: `whole` – read as a person does, unmarked; `marked` – read so, or unreadable, and marked as it should be;
 * `differs` – marked as it should be, but read otherwise; `asked` – marked although a person would not ask; `wrong` – read otherwise
 * than a person does, or not marked where a person would ask, and nobody is told.
 */
export type Verdict = "whole" | "marked" | "differs" | "asked" | "wrong";

export interface Judged {
  readonly verdict: Verdict;
  /** what the program read, in the notation of the corpus */
  readonly read: string;
}

const PARTICIPANTS = /^\[участники\]\s?/u;

/** The cases of a file. Throws an Error that names the line where one has no « => ». */
export function readCorpus(text: string): CorpusCase[] {
  return text.split(/\r?\n/).flatMap((written, at): CorpusCase[] => {
    if (!written.trim() || written.startsWith("#")) return [];
    const parts = /^(?<phrase>.*?)\s*=>\s*(?<reading>.*?)\s*$/u.exec(written)?.groups;
    if (!parts) throw new Error(`Строка ${at + 1}: нет знака «=>» между фразой и чтением.`);
    const isMarked = /(?:^|\s)\?$/u.test(parts.reading!);
    const told = folded(isMarked ? parts.reading!.slice(0, -1) : parts.reading!);
    return [
      {
        line: at + 1,
        phrase: parts.phrase!.replace(PARTICIPANTS, "").replaceAll("\\n", "\n"),
        column: PARTICIPANTS.test(parts.phrase!) ? "participants" : "responsible",
        told: isMarked && told === "" ? null : told,
        isMarked,
      },
    ];
  });
}

interface Told {
  readonly told: string;
  readonly isMarked: boolean;
}

function read(kind: CorpusKind, { phrase, column }: CorpusCase): Told {
  if (kind === "terms") {
    const reading = readTerm(phrase);
    return {
      told: tellTerm({ phases: reading.phases, rest: "" }),
      isMarked: hasMark(reading) || reading.phases.length === 0,
    };
  }
  if (kind === "parties") {
    const reading = readParties(phrase, { column });
    return { told: tellParties(reading), isMarked: hasMark(reading) || reading.parties.length === 0 };
  }
  const reading = readPlanValue(phrase);
  return { told: tellPlanValue(reading), isMarked: hasMark(reading) };
}

function hasMark({ rest, doubts }: { rest: string; doubts: readonly unknown[] }): boolean {
  return rest !== "" || doubts.length > 0;
}

/** Reads the phrase of a case and compares it with the reading of a person. */
export function judge(kind: CorpusKind, one: CorpusCase): Judged {
  const { told, isMarked: marked } = read(kind, one);
  const same = one.told === null || sameKindsJoined(folded(told)) === sameKindsJoined(one.told);
  return { verdict: verdictOf(same, marked, one.isMarked), read: folded(`${told}${marked ? " ?" : ""}`) };
}

function verdictOf(isSame: boolean, isMarkedHere: boolean, shouldBeMarked: boolean): Verdict {
  if (!isMarkedHere) return isSame && !shouldBeMarked ? "whole" : "wrong";
  if (!shouldBeMarked) return "asked";
  return isSame ? "marked" : "differs";
}

/** «window A + window B» says what «window A,B» does. */
function sameKindsJoined(told: string): string {
  return told.replace(
    /(?<=^|\+ )(once|window) (\S+)(?: \+ \1 (\S+))+/g,
    (run, kind: string) => `${kind} ${run.replaceAll(` + ${kind} `, ",").slice(kind.length + 1)}`,
  );
}

export interface Coverage {
  readonly cases: number;
  /** of the cases that a person reads without asking, how many are read so */
  readonly whole: number;
  readonly toRead: number;
  readonly marked: number;
  readonly differs: number;
  readonly asked: number;
  readonly wrong: number;
}

export function coverageOf(cases: readonly { readonly one: CorpusCase; readonly judged: Judged }[]): Coverage {
  const count = (verdict: Verdict) => cases.filter(({ judged }) => judged.verdict === verdict).length;
  return {
    cases: cases.length,
    whole: count("whole"),
    toRead: cases.filter(({ one }) => !one.isMarked).length,
    marked: count("marked"),
    differs: count("differs"),
    asked: count("asked"),
    wrong: count("wrong"),
  };
}
