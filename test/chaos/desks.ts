import { randomOf } from "../fuzz/random.ts";
import type { District, Person } from "./district.ts";
import type { Expected } from "./expected.ts";
import { handOf, StoppedError, type Hand } from "./hand.ts";
import type { Ledger } from "./ledger.ts";
import type { Size } from "./ground.ts";
import type { Answer, Asked } from "./wire.ts";
import { writeImports } from "./write-imports.ts";
import { writeNotes } from "./write-notes.ts";
import { writeProgrammes } from "./write-programmes.ts";
import { reportOnce, writeReports } from "./write-reports.ts";

export interface DesksParts {
  readonly district: District;
  readonly size: Size;
  readonly expected: Expected;
  readonly ledger: Ledger;
  readonly seed: number;
  /** how long an answer is asked for, ms */
  readonly patience: number;
  readonly ask: (person: Person, asked: Asked) => Promise<Answer | undefined>;
}

/** Who sits where: everybody who writes in a district, all at once, each at what nobody else touches. */
export interface Desks {
  /** everybody begins */
  begin(): void;
  /** lets every write get its answer, then stops */
  end(): Promise<void>;
  /** one report with a file and one document taken in, and nothing beside */
  oneRound(): Promise<void>;
  /** everybody asks for the last write they were answered once more, under its key, and must be answered the same */
  askAgain(): Promise<void>;
}

export function openDesks({ district, size, expected, ledger, seed, patience, ask }: DesksParts): Desks {
  const owed = district.schools.map(({ obligations }) => [...obligations]);
  const writers: Promise<unknown>[] = [];
  let sitting: Hand[] = [];
  let [rounds, running] = [0, false];
  /** the desks of one beginning of writing: the keys of its hands are its own */
  const desks = () => {
    rounds += 1;
    sitting = [];
    const base = { district, expected, running: () => running };
    const of = (person: Person, more = "") => {
      const who = { ...person, name: `${person.name}-${rounds}${more}` };
      const hand = handOf({ send: (asked) => ask(person, asked), ledger, patience }, who);
      sitting.push(hand);
      return hand;
    };
    const own = (writer: number) => randomOf(seed * 1000 + rounds * 100 + writer);
    return {
      reports: (school: number) => ({
        ...base,
        school,
        owed: owed[school]!,
        deputy: of(district.schools[school]!.deputy),
        decider: of(district.decider, `-${school}`),
        random: own(school),
      }),
      programmes: (planner: number) => ({
        ...base,
        planner,
        hand: of(district.planners[planner]!),
        random: own(50 + planner),
      }),
      notes: (office: number) => ({
        ...base,
        // one person reads the notices: what is read twice would be nobody's fault
        reader: office === 0 ? of(district.decider, "-notices") : undefined,
        hand: of(district.planners[office % district.planners.length]!, `-office${office}`),
        mark: `${rounds}-${office}`,
        random: own(60 + office),
      }),
      imports: (most: number) => ({ ...base, hand: of(district.importer), most }),
    };
  };
  /** A writer that was refused or not answered has told the ledger why; whatever else ended it is told here. */
  const quiet = (work: Promise<void>): Promise<void> =>
    work.catch((fault: unknown) => {
      if (!(fault instanceof StoppedError)) ledger.broken.push(String((fault as Error).stack));
    });
  return {
    begin() {
      running = true;
      const at = desks();
      for (const school of district.schools.keys()) writers.push(quiet(writeReports(at.reports(school))));
      for (const planner of district.planners.keys()) writers.push(quiet(writeProgrammes(at.programmes(planner))));
      for (let office = 0; office < size.offices; office += 1) writers.push(quiet(writeNotes(at.notes(office))));
      writers.push(quiet(writeImports(at.imports(size.imports))));
    },
    async end() {
      running = false;
      await Promise.all(writers);
    },
    async oneRound() {
      running = true;
      const at = desks();
      await Promise.all([quiet(reportOnce(at.reports(0))), quiet(writeImports(at.imports(1)))]);
      running = false;
    },
    askAgain: async () => void (await Promise.all(sitting.map((hand) => hand.askAgain()))),
  };
}
