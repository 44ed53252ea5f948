import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Version of this program, from its package.json. */
export async function programVersion(root: string): Promise<string> {
  return (JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string }).version;
}
