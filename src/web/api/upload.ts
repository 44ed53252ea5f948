import type { StoredFile } from "#features/files/model/contract.ts";
import { markReachable, markUnreachable } from "./online.ts";
import { again } from "./again.ts";
import { ApiProblem, noConnection, problemFrom, retryAfterOf } from "./problem.ts";
import { addressOf, newKey, writeHeaders } from "./request.ts";
import { signInAgain } from "./session-gate.ts";

export interface UploadOptions {
  /** 0…1 of the bytes sent */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly key?: string;
  /** the territory that keeps the file */
  readonly territoryId: string;
}

/** Sends one file (multipart, field `file`) and tells how far it is. Refusals and a missing answer are `ApiProblem`. */
export async function upload(file: File, options: UploadOptions): Promise<StoredFile> {
  const key = options.key ?? newKey();
  const send = () => again(() => once(file, options, key), options.signal);
  try {
    return await send();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401 && (await signInAgain())) return send();
    throw error;
  }
}

function once(file: File, { onProgress, signal, territoryId }: UploadOptions, key: string): Promise<StoredFile> {
  // fetch cannot tell how much of a body has left; the older interface can.
  return new Promise((resolve, reject) => {
    // stopped in a pause between two tries, or while its person signed in again
    signal?.throwIfAborted();
    const call = new XMLHttpRequest();
    call.open("POST", addressOf("/api/files", { territoryId }));
    call.responseType = "text";
    for (const [name, value] of Object.entries(writeHeaders(key))) call.setRequestHeader(name, value);
    call.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    call.addEventListener("load", () => {
      markReachable();
      const answer = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(answer as StoredFile);
      else {
        const problem = problemFrom(call.status, answer);
        problem.retryAfter = retryAfterOf(call.getResponseHeader("retry-after"));
        reject(problem);
      }
    });
    call.addEventListener("error", () => {
      markUnreachable();
      reject(noConnection());
    });
    call.addEventListener("abort", () => reject(new DOMException("the upload was stopped", "AbortError")));
    signal?.addEventListener("abort", () => call.abort(), { once: true });
    const form = new FormData();
    form.append("file", file, file.name);
    call.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
