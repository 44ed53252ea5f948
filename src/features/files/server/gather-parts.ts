import { Readable } from "node:stream";
import { FileAlteredError, FileMissingError } from "#platform/files/limits.ts";
import type { FileStore, ReceivedFile } from "#platform/files/store.ts";
import { fileProblem } from "../model/problems.ts";

/** Contents one after another as one file on this machine's disk. Throws «upload-altered» where a part is lost or is another. */
export async function gatherParts(files: FileStore, parts: readonly string[]): Promise<ReceivedFile> {
  try {
    return await files.receive(Readable.from(bytesOf(files, parts)));
  } catch (fault) {
    if (fault instanceof FileMissingError || fault instanceof FileAlteredError) throw fileProblem("upload-altered");
    throw fault;
  }
}

async function* bytesOf(files: FileStore, parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const sha256 of parts) yield* await files.open(sha256);
}
