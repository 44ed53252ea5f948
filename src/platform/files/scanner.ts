import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import type { Readable } from "node:stream";

/** The scanner does not answer, or says that it could not look: the file stays unchecked. */
export class ScannerSilentError extends Error {}

/** The scanner takes no file of this length, and will say so every time: its own limit is below ours. */
export class ScannerLimitError extends ScannerSilentError {}

export interface Scanner {
  /** The name of what was found; undefined where nothing was. Throws ScannerSilentError, ScannerLimitError, and the fault of a content that cannot be read. */
  findVirus(content: Readable): Promise<string | undefined>;
}

/** Where clamd listens: a port or a socket of this machine. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** of silence; a file of 30 MB takes a few seconds */
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 4096;

/** Asks clamd by its INSTREAM command: the content goes to it in pieces, nothing is written where both could reach it. */
export function makeScanner(address: ScannerAddress, patienceMs = PATIENCE_MS): Scanner {
  return {
    async findVirus(content) {
      const said = await converse(address, content, patienceMs);
      if (said === "stream: OK") return undefined;
      const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
      if (said.startsWith("INSTREAM size limit exceeded")) throw new ScannerLimitError(said);
      if (found === undefined) throw new ScannerSilentError("the scanner could not look");
      return found;
    },
  };
}

function converse(address: ScannerAddress, content: Readable, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const line: Socket = createConnection(address);
    let said = "";
    const end = (outcome: () => void) => {
      line.destroy();
      content.destroy();
      outcome();
    };
    const fail = () => end(() => reject(new ScannerSilentError("the scanner does not answer")));
    line.setTimeout(patienceMs, fail);
    line.on("error", fail);
    line.on("data", (part: Buffer) => {
      said += part.toString("latin1");
      if (said.includes("\0")) end(() => resolve(said.slice(0, said.indexOf("\0"))));
      else if (said.length > LONGEST_ANSWER) fail();
    });
    line.on("close", fail);
    line.write("zINSTREAM\0");
    // not ended with the content: the answer comes over the same line, and may come before the end
    sendPieces(line, content).catch((fault: unknown) => end(() => reject(fault as Error)));
  });
}

async function sendPieces(line: Socket, content: Readable): Promise<void> {
  for await (const part of content) {
    if (line.destroyed) return;
    // a length of nought would be the end, and the rest would never be looked at
    if ((part as Buffer).length === 0) continue;
    if (!line.write(led(part as Buffer))) await takesMore(line);
  }
  line.write(Buffer.alloc(4));
}

/** Waits until the line takes more, or is gone. */
async function takesMore(line: Socket): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(line, "drain", { signal }), once(line, "close", { signal })]).finally(() => waiting.abort());
}

/** A piece led by its length, four bytes; a length of nought is the end. */
function led(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return Buffer.concat([length, part]);
}
