import type { StoredFile } from "#features/files/model/contract.ts";
import { partLength, type Coming } from "#features/files/model/uploads.ts";
import { again } from "./again.ts";
import { ApiProblem } from "./problem.ts";
import { addressOf, newKey, request } from "./request.ts";
import { sendFile } from "./send-file.ts";
import type { UploadOptions } from "./upload.ts";

/** How often a file may be told to begin elsewhere: another tab may be sending it too, yet not for ever. */
const MOST_TURNS = 20;

/**
 * Sends a file in parts and tells how far it is. What the server has of the same file already is not sent again, whatever device or page had
 * sent it. Stopped by its person, it is given up on the server too.
 */
export async function uploadParts(file: File, options: UploadOptions): Promise<StoredFile> {
  const { territoryId, onProgress, signal } = options;
  const stopped = () => signal?.throwIfAborted();
  stopped();
  const begun = await request<Coming>("/api/uploads", {
    method: "POST",
    body: { territoryId, name: file.name, bytes: file.size, savedAt: file.lastModified },
    signal,
  });
  const path = `/api/uploads/${territoryId}/${begun.id}`;
  const sha256 = await hashOf(file);
  try {
    let { received } = begun;
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      try {
        while (received < file.size) {
          stopped();
          ({ received } = await sendPart(file, received, path, options));
          onProgress?.(received / file.size);
        }
        return await request<StoredFile>(`${path}/finish`, { method: "POST", body: { sha256 }, signal });
      } catch (error) {
        received = elsewhere(error);
      }
    }
    throw new Error("the parts of a file do not meet");
  } catch (error) {
    const altered = error instanceof ApiProblem && error.code === "upload-altered";
    if (signal?.aborted || altered) void request(path, { method: "DELETE" }).catch(() => undefined);
    throw error;
  }
}

function sendPart(file: File, offset: number, path: string, { onProgress, signal }: UploadOptions): Promise<Coming> {
  const part = file.slice(offset, offset + partLength(file.size, offset));
  const send = () =>
    sendFile<Coming>({
      method: "PUT",
      address: addressOf(path, { offset }),
      content: part,
      name: "part",
      key: newKey(),
      signal,
      onProgress: (share) => onProgress?.((offset + share * part.size) / file.size),
    });
  return again(send, signal);
}

/** Where to begin instead: an answer to a part that had come may have been lost. */
function elsewhere(error: unknown): number {
  if (!(error instanceof ApiProblem) || error.code !== "upload-offset") throw error;
  const { received } = (error.extra ?? {}) as { readonly received?: number };
  if (received === undefined) throw error;
  return received;
}

/** Of the whole, so that a file changed meanwhile is not put together of two; null where the browser does not count (plain http). */
async function hashOf(file: File): Promise<string | null> {
  const subtle = (crypto as { readonly subtle?: SubtleCrypto }).subtle;
  if (!subtle) return null;
  const sum = await subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
