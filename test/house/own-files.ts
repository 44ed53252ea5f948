import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The program's own files under the given folders of the checkout, by ending, tests included; paths with forward slashes. */
export function ownFiles(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
      .sort(),
  );
}
