import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's root, from wherever the bundle or the source runs. */
export function projectRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "migrations"))) {
    if (at === dirname(at)) throw new Error("Не нашлась папка migrations рядом с программой.");
    at = dirname(at);
  }
  return at;
}
