import { markReachable, markUnreachable } from "./online.ts";
import { ApiProblem, noConnection, problemFrom } from "./problem.ts";
import { newKey, writeHeaders } from "./request.ts";
import { signInAgain } from "./session-gate.ts";

/** A file as the server keeps it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
}

export interface UploadOptions {
  /** 0…1 of the bytes sent */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly key?: string;
  /** where to; /api/files */
  readonly path?: string;
}

/** Sends one file (multipart, field `file`) and tells how far it is. Refusals and a missing answer are `ApiProblem`. */
export async function upload<Answer = StoredFile>(file: File, options: UploadOptions = {}): Promise<Answer> {
  const key = options.key ?? newKey();
  try {
    return await once<Answer>(file, options, key);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401 && (await signInAgain()))
      return once<Answer>(file, options, key);
    throw error;
  }
}

function once<Answer>(
  file: File,
  { onProgress, signal, path = "/api/files" }: UploadOptions,
  key: string,
): Promise<Answer> {
  // fetch cannot tell how much of a body has left; the older interface can.
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", path);
    call.responseType = "text";
    for (const [name, value] of Object.entries(writeHeaders(key))) call.setRequestHeader(name, value);
    call.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    call.addEventListener("load", () => {
      markReachable();
      const answer = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(answer as Answer);
      else reject(problemFrom(call.status, answer));
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
