import type { StoredFile } from "#features/files/model/contract.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { onReconnect } from "../api/online.ts";
import { ApiProblem, problemText } from "../api/problem.ts";
import { newKey } from "../api/request.ts";
import { upload } from "../api/upload.ts";
import { isPhoto, shrinkPhoto } from "./shrink-photo.ts";

/** A file on its way to the server. */
export interface Uploading {
  /** also the Idempotency-Key, so that a file sent again after a lost answer is stored once */
  readonly key: string;
  readonly file: File;
  /** 0…1 */
  readonly share: number;
  /** large: a photograph that the device can make smaller first; shrinking: it does */
  readonly state: "sending" | "waiting" | "failed" | "refused" | "large" | "shrinking";
  /** the sentence of a refusal */
  readonly problem?: string | undefined;
}

export interface Uploads {
  readonly uploading: readonly Uploading[];
  readonly add: (files: Iterable<File>) => void;
  readonly stop: (key: string) => void;
  readonly again: (key: string) => void;
  /** makes a large photograph smaller on this device and sends it */
  readonly shrink: (key: string) => void;
}

/** Why a file is not for this field, as a sentence, from its bytes and name; undefined where it may go up. */
export type FileJudge = (bytes: Uint8Array, name: string) => string | undefined;

export interface UploadLimits {
  readonly territoryId: string;
  readonly maxBytes: number;
  readonly judge?: FileJudge | undefined;
}

/** Answers that the same file would get again: only another file helps. */
const FINAL: ReadonlySet<number> = new Set([400, 403, 404, 413, 415, 422]);

const AT_ONCE = 3;
const UNSHRUNK =
  "Этот снимок здесь не открылся, уменьшить его не вышло. Снимите заново с меньшим качеством или сохраните его как JPG.";

/** Sends files a few at a time as they are added; those without connection wait and go by themselves when it is back. */
export function useUploads(
  onStored: (file: StoredFile) => void,
  { territoryId, maxBytes, judge }: UploadLimits,
): Uploads {
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const stored = useRef(onStored);
  useEffect(() => {
    stored.current = onStored;
  }, [onStored]);

  const change = useCallback((key: string, to: Partial<Uploading>) => {
    setUploading((now) => now.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }, []);
  const drop = useCallback((key: string) => setUploading((now) => now.filter((one) => one.key !== key)), []);

  const send = useCallback(
    async (key: string, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      change(key, { state: "sending", share: 0, problem: undefined });
      try {
        const refusal = judge?.(new Uint8Array(await file.arrayBuffer()), file.name);
        if (abort.signal.aborted) return;
        if (refusal) return change(key, { state: "refused", problem: refusal });
        const answer = await upload(file, {
          key,
          territoryId,
          signal: abort.signal,
          onProgress: (share) => change(key, { share }),
        });
        drop(key);
        stored.current(answer);
      } catch (error) {
        if (abort.signal.aborted) drop(key);
        else if (error instanceof ApiProblem && error.status === 0) change(key, { state: "waiting" });
        else change(key, { state: isFinal(error) ? "refused" : "failed", problem: problemText(error) });
      } finally {
        aborts.current.delete(key);
      }
    },
    [change, drop, judge, territoryId],
  );

  // a few at once: a slow line serves one sooner than twenty, and the server lets no more in
  const line = useRef<{ readonly key: string; readonly file: File }[]>([]);
  const going = useRef(0);
  const carry = useCallback(async () => {
    if (going.current === AT_ONCE) return;
    going.current += 1;
    for (let one = line.current.shift(); one; one = line.current.shift()) await send(one.key, one.file);
    going.current -= 1;
  }, [send]);
  const enqueue = useCallback(
    (key: string, file: File) => {
      // a line that flickers calls those who wait again and again
      if (line.current.some((one) => one.key === key) || aborts.current.has(key)) return;
      line.current.push({ key, file });
      void carry();
    },
    [carry],
  );

  useEffect(
    () =>
      onReconnect(() => {
        for (const one of uploading) if (one.state === "waiting") enqueue(one.key, one.file);
      }),
    [uploading, enqueue],
  );

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const key = newKey();
      const large = file.size > maxBytes && isPhoto(file);
      const refusal = large ? undefined : refusalOf(file, maxBytes);
      const state = large ? "large" : refusal ? "refused" : "sending";
      setUploading((now) => [...now, { key, file, share: 0, state, ...(refusal && { problem: refusal }) }]);
      if (state === "sending") enqueue(key, file);
    }
  };
  const stop = (key: string) => {
    aborts.current.get(key)?.abort();
    line.current = line.current.filter((one) => one.key !== key);
    drop(key);
  };
  const again = (key: string) => {
    const one = uploading.find((candidate) => candidate.key === key);
    if (one) enqueue(key, one.file);
  };
  const shrink = async (key: string) => {
    const one = uploading.find((candidate) => candidate.key === key);
    if (!one) return;
    change(key, { state: "shrinking" });
    const smaller = await shrinkPhoto(one.file);
    if (!smaller || smaller.size > maxBytes) return change(key, { state: "refused", problem: UNSHRUNK });
    change(key, { file: smaller, state: "sending" });
    enqueue(key, smaller);
  };
  return { uploading, add, stop, again, shrink: (key) => void shrink(key) };
}

function isFinal(error: unknown): boolean {
  return error instanceof ApiProblem && FINAL.has(error.status);
}

function refusalOf(file: File, maxBytes: number): string | undefined {
  if (file.size === 0) return "Файл пустой. Проверьте его и приложите снова.";
  if (file.size > maxBytes)
    return `Файл больше ${Math.round(maxBytes / 1_048_576)} МБ. Сожмите его или разделите на части.`;
  return undefined;
}
