import { readDocument } from "../../src/features/imports/server/read-document.ts";
import { wholeDocuments } from "./documents.ts";
import { spoiltFile } from "./spoil.ts";

export interface ReaderTask {
  readonly from: number;
  /** exclusive */
  readonly to: number;
  readonly canary: string;
  /** words that stand in a file outside and in no document */
  readonly secret: string;
}

export interface ReaderWord {
  readonly number: number;
  /** absent while it is being read */
  readonly verdict?: string;
  /** work of the processor for this file, milliseconds */
  readonly milliseconds?: number;
  /** peak of the process, MiB */
  readonly peak?: number;
  /** what was outside the file came into the reading */
  readonly escaped?: boolean;
}

/** Reads spoilt files one after another with the product's own reader, telling of each when it begins and how it ended. */
export async function readSpoilt({ from, to, canary, secret }: ReaderTask): Promise<void> {
  const whole = await wholeDocuments();
  const say = (word: ReaderWord) => new Promise<void>((told) => process.send!(word, () => told()));
  for (let number = from; number < to; number += 1) {
    const { bytes, name } = spoiltFile(number, whole, canary);
    await say({ number });
    const begun = process.cpuUsage();
    const read = await readDocument(bytes, name, () => undefined);
    const { user, system } = process.cpuUsage(begun);
    const milliseconds = (user + system) / 1000;
    const escaped = read.ok && JSON.stringify(read.value).includes(secret);
    const peak = process.resourceUsage().maxRSS / 1024;
    await say({ number, verdict: read.ok ? "read" : read.refusal.code, milliseconds, peak, escaped });
  }
  process.disconnect();
}
