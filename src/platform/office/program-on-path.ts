import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Where a program that this one asks for help stands: on the path, else in one of its usual places. Null where it does not, and on Windows,
 * where there is no shell to limit it and watch over it.
 */
export function programOnPath(name: string, places: readonly string[]): string | null {
  if (process.platform === "win32") return null;
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return [...onPath, ...places].find(isRunnable) ?? null;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
