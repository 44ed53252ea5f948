import { cutText } from "./cut-text.ts";

/** Letters that the name of a file may have before its ending. */
export const MOST_LETTERS = 120;

/** A name for a file: nothing that a disk refuses. */
export function fileNameOf(words: string, format: string): string {
  return `${cutText(words.replace(/[\s\\/:*?"<>|]+/gu, " ").trim(), MOST_LETTERS)}.${format}`;
}
