import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./command.mjs";

const STAMP = join(ROOT, "dist", ".stamp");

function* filesUnder(path) {
  const entry = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (entry?.isFile()) yield path;
  if (!entry?.isDirectory()) return;
  for (const name of readdirSync(join(ROOT, path)).sort()) yield* filesUnder(`${path}/${name}`);
}

/** A hash of the names and contents of all files under the given paths, tests left out. */
export function hashOf(paths, belongs = () => true) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      if (/\.test\.tsx?$/.test(file) || !belongs(file)) continue;
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(ROOT, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, "utf8"));
  } catch {
    return {};
  }
}

/** Whether `output` (a path from the root) stands and was made from inputs with this hash. */
export function isFresh(name, hash, output) {
  return readStamp()[name] === hash && existsSync(join(ROOT, output));
}

/** Remembers that the part `name` is now built from inputs with this hash. */
export function markFresh(name, hash) {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ ...readStamp(), [name]: hash }));
}
