import { readSettings } from "#platform/config/settings.ts";
import { projectRoot } from "./place.ts";

/** The address of a page for one who reads the terminal: as the pages are opened from outside, else on this computer. */
export function pageAddress(path: string): string {
  const { publicUrl, port } = readSettings(process.env, projectRoot());
  return `${publicUrl ?? `http://localhost:${port}`}${path}`;
}
