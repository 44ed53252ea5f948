import { isDeepStrictEqual } from "node:util";
import type { Id } from "#shared/ids.ts";
import type { Deed, Ledger } from "./ledger.ts";
import type { Answer, Asked } from "./wire.ts";

/** A person who writes, as the web client does: one key for a write, and the same one again until there is an answer. */
export interface Hand {
  readonly personId: Id;
  /** the answer of the write; `subject` finds in it whom it made where that is not `id` */
  write(action: string, asked: Asked, subject?: Id): Promise<any>;
  read(path: string): Promise<any>;
  /** the last write that was answered goes once more under its key: the same must be answered and nothing done */
  askAgain(): Promise<void>;
}

/** A write that was refused, or got no answer in time: whoever wrote stops, the ledger holds why. */
export class StoppedError extends Error {}

export interface HandParts {
  /** asks as this person, signing in again where the session ended */
  readonly send: (asked: Asked) => Promise<Answer | undefined>;
  readonly ledger: Ledger;
  /** how long an answer is asked for, ms */
  readonly patience: number;
}

const PAUSE_MS = 60;
/** answers after which the same write goes again with the same key */
const AGAIN = new Set([408, 429, 500, 502, 503, 504]);

const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

export function handOf(
  { send, ledger, patience }: HandParts,
  who: { readonly personId: Id; readonly name: string },
): Hand {
  let serial = 0;
  let last: { readonly deed: Deed; readonly asked: Asked; readonly body: unknown } | undefined;
  return {
    personId: who.personId,
    async write(action, asked, subject) {
      serial += 1;
      const key = `chaos-${who.name}-${serial}`;
      const deed: Deed = { personId: who.personId, key, action, tries: 0 };
      const until = Date.now() + patience;
      while (Date.now() < until) {
        deed.tries += 1;
        const askedAt = Date.now();
        const answer = await send({ ...asked, key });
        if (answer && answer.status < 300) {
          const id = subject ?? (answer.body as { id?: Id } | undefined)?.id;
          if (id) deed.subjectId = id;
          ledger.noteDone(deed, askedAt);
          last = { deed, asked: { ...asked, key }, body: answer.body };
          return answer.body;
        }
        if (answer && !AGAIN.has(answer.status)) {
          ledger.refused.push({ deed, status: answer.status, code: String(answer.body?.code) });
          throw new StoppedError(`${action}: ${answer.status} ${answer.body?.code}`);
        }
        if (answer?.status === 500) ledger.faults += 1;
        await pause(PAUSE_MS);
      }
      ledger.unanswered.push(deed);
      throw new StoppedError(`${action}: no answer`);
    },
    async read(path) {
      const until = Date.now() + patience;
      while (Date.now() < until) {
        const answer = await send({ method: "GET", path });
        if (answer && answer.status < 300) return answer.body;
        await pause(PAUSE_MS);
      }
      throw new StoppedError(`GET ${path}: no answer`);
    },
    async askAgain() {
      if (!last) return;
      const { deed, asked, body } = last;
      const until = Date.now() + patience;
      while (Date.now() < until) {
        const answer = await send(asked);
        if (answer && !AGAIN.has(answer.status)) {
          ledger.askedAgain += 1;
          if (answer.status >= 300 || !isDeepStrictEqual(answer.body, body))
            ledger.answeredOtherwise.push({ deed, status: answer.status, code: String(answer.body?.code ?? "") });
          return;
        }
        await pause(PAUSE_MS);
      }
      ledger.unanswered.push(deed);
    },
  };
}
