import type { StoredFile } from "#features/files/model/contract.ts";
import { PART_BYTES } from "#features/files/model/uploads.ts";
import { again } from "./again.ts";
import { ApiProblem } from "./problem.ts";
import { addressOf, newKey } from "./request.ts";
import { sendFile } from "./send-file.ts";
import { signInAgain } from "./session-gate.ts";
import { uploadParts } from "./upload-parts.ts";

export interface UploadOptions {
  /** 0…1 of the bytes sent */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly key?: string;
  /** the territory that keeps the file */
  readonly territoryId: string;
}

/**
 * Sends one file and tells how far it is: one of a single part in one request, a longer one in parts that go on where a line was lost.
 * Refusals and a missing answer are `ApiProblem`.
 */
export async function upload(file: File, options: UploadOptions): Promise<StoredFile> {
  const key = options.key ?? newKey();
  const send = () => (file.size > PART_BYTES ? uploadParts(file, options) : inOne(file, options, key));
  try {
    return await send();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401 && (await signInAgain())) return send();
    throw error;
  }
}

function inOne(file: File, { onProgress, signal, territoryId }: UploadOptions, key: string): Promise<StoredFile> {
  const address = addressOf("/api/files", { territoryId });
  const send = () =>
    sendFile<StoredFile>({ method: "POST", address, content: file, name: file.name, key, signal, onProgress });
  return again(send, signal);
}
