import { parentPort, workerData } from "node:worker_threads";
import { readDocument } from "./read-document.ts";

/** The thread that reads one document, so that a monstrous file can neither hold the server up nor take its memory. */
export interface ThreadInput {
  readonly bytes: Uint8Array;
  readonly name: string;
}

const { bytes, name } = workerData as ThreadInput;
const result = await readDocument(bytes, name, (stage) => parentPort!.postMessage({ stage }));
parentPort!.postMessage({ result });
