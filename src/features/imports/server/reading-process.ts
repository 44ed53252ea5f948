import { readDocument } from "./read-document.ts";

/** What the process is told, once. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/**
 * The process that reads one document, so that a monstrous file can neither hold the server up nor take its memory. A thread would not
 * do: one large allocation beyond its limit ends the whole program.
 */
process.once("message", ({ bytes, name }: ReadingTask) => {
  void readDocument(bytes, name, (stage) => void process.send!({ stage })).then((result) =>
    process.send!({ result }, () => process.disconnect()),
  );
});
