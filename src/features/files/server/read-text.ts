import { Readable } from "node:stream";
import { atMost } from "#platform/files/at-most.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { RawReply } from "#platform/http/route.ts";
import type { FileText } from "../model/file-text-contract.ts";
import { doApart } from "./do-apart.ts";

/** Documents read at once in this process; a reader of a large one takes a processor whole. */
const AT_ONCE = 2;
const LIMITS = { seconds: 20, megabytes: 512, niceness: 5 };

const inTurn = atMost(AT_ONCE);

/**
 * The words of a document as JSON (`FileText`), or null where they cannot be read. The reading begins when the answer is on its way: it holds
 * no transaction, and is not begun where nobody waits any more. What says nothing of the file itself, that it took too long today, is not
 * for the browser to keep.
 */
export function textReply(files: FileStore, content: Readable, name: string, read = doApart): RawReply {
  return {
    raw: true,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
    content: ({ forget }) => {
      const words = Readable.from(wordsOf(files, content, name, read, forget));
      // whoever left before the first word leaves an open content behind
      words.once("close", () => content.destroy());
      return words;
    },
  };
}

async function* wordsOf(
  files: FileStore,
  content: Readable,
  name: string,
  read: typeof doApart,
  forget: () => void,
): AsyncGenerator<string> {
  yield await inTurn(async () => {
    const received = await files.receive(content);
    try {
      const answer = await read({ kind: "text", path: received.path, name }, { limits: LIMITS });
      if (answer.kind === "failed" && answer.isPassing) forget();
      return JSON.stringify(answer.kind === "text" ? (answer.text satisfies FileText) : null);
    } finally {
      await files.drop(received);
    }
  });
}
