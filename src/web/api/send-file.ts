import { markReachable, markUnreachable } from "./online.ts";
import { noConnection, problemFrom, retryAfterOf } from "./problem.ts";
import { writeHeaders } from "./request.ts";

export interface SentFile {
  readonly method: "POST" | "PUT";
  readonly address: string;
  readonly content: Blob;
  readonly name: string;
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
  /** 0…1 of the bytes sent */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** One request with one file (multipart, field `file`). Refusals and a missing answer are `ApiProblem`; stopped, it is an AbortError. */
export function sendFile<Answer>({
  method,
  address,
  content,
  name,
  key,
  signal,
  onProgress,
}: SentFile): Promise<Answer> {
  // fetch cannot tell how much of a body has left; the older interface can.
  return new Promise((resolve, reject) => {
    // stopped in a pause between two tries, or while its person signed in again
    signal?.throwIfAborted();
    const call = new XMLHttpRequest();
    call.open(method, address);
    call.responseType = "text";
    for (const [header, value] of Object.entries(writeHeaders(key))) call.setRequestHeader(header, value);
    call.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    call.addEventListener("load", () => {
      markReachable();
      const answer = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(answer as Answer);
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
    form.append("file", content, name);
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
