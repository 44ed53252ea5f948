import type { Id } from "#shared/ids.ts";

/** One write a person asked for. It is «done» once the server said so, and must then be found; asked again with the same key until it is. */
export interface Deed {
  readonly personId: Id;
  readonly key: string;
  /** as the route calls it: «report.submit» */
  readonly action: string;
  tries: number;
  /** of what was asked to be written, the row it made or changed */
  subjectId?: Id;
}

export interface Refusal {
  readonly deed: Deed;
  readonly status: number;
  readonly code: string;
}

/** What the clients know: it lies outside the program and outlives every fault. */
export interface Ledger {
  readonly done: Deed[];
  /** answered with a refusal, though nobody else touches what they write: a write was done and forgotten, or done twice */
  readonly refused: Refusal[];
  /** never answered, however often asked */
  readonly unanswered: Deed[];
  /** writes acknowledged before that were asked for once more under their key, as a client does that forgot the answer */
  askedAgain: number;
  /** of those, the ones that got another answer than before */
  readonly answeredOtherwise: Refusal[];
  /** what ended a writer and was neither a refusal nor a silence */
  readonly broken: string[];
  /** answers of status 500 */
  faults: number;
  /** the instant of the latest acknowledgement whose asking began after `since`, for the time of recovery */
  firstDoneAfter(since: number): Promise<number>;
  noteDone(deed: Deed, askedAt: number): void;
}

export function openLedger(): Ledger {
  const waiting = new Set<{ since: number; tell: (at: number) => void }>();
  const done: Deed[] = [];
  return {
    done,
    refused: [],
    unanswered: [],
    broken: [],
    askedAgain: 0,
    answeredOtherwise: [],
    faults: 0,
    firstDoneAfter: (since) => new Promise((tell) => waiting.add({ since, tell })),
    noteDone(deed, askedAt) {
      done.push(deed);
      const now = Date.now();
      for (const one of waiting)
        if (askedAt >= one.since) {
          waiting.delete(one);
          one.tell(now);
        }
    },
  };
}
