import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./command.mjs";

/** Writes only what differs, and in one step: another process may be reading the same file. */
function put(path, contents) {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    // Not there yet.
  }
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, path);
}

/**
 * Bundles TypeScript entries (paths from the root) into `dist/<folder>/<name>.js` for Node: own code (the `#` alias too) inside, packages
 * outside. Of one entry, packages may stand `inside` with all that they need: what is imported where it is wanted comes as a file of its own
 * in `dist/<folder>/<name>/`. Throws with esbuild's message where the code does not compile.
 */
export async function bundle(entries, folder, { inside = [] } = {}) {
  const { build, stop } = await import("esbuild");
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), entry])),
    outdir: join("dist", folder),
    bundle: true,
    write: false,
    platform: "node",
    target: "node20.19",
    format: "esm",
    ...(inside.length === 0 ? { packages: "external" } : withInside(inside, nameOf(entries[0]))),
    sourcemap: "linked",
    logLevel: "silent",
  });
  await stop();
  for (const file of result.outputFiles) put(file.path, Buffer.from(file.contents));
  return entries.map((entry) => join(ROOT, "dist", folder, `${nameOf(entry)}.js`));
}

function withInside(inside, name) {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return {
    external: Object.keys(dependencies).filter((one) => !inside.includes(one)),
    splitting: true,
    chunkNames: `${name}/[name]`,
    // an older package asks Node for its modules by a word that modules of today do not have
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);',
    },
  };
}

function nameOf(entry) {
  return entry.replace(/\.ts$/, "").split("/").at(-1);
}
