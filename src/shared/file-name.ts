import { cutText } from "./cut-text.ts";

/** A name for a file: nothing that a disk refuses. */
export function fileNameOf(words: string, format: string): string {
  return `${cutText(words.replace(/[\s\\/:*?"<>|]+/gu, " ").trim(), 120)}.${format}`;
}
