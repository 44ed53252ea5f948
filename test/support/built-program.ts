import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** Builds a program into a fresh folder as it is shipped, its libraries found beside it; returns its path. */
export async function builtProgram(source: string, folder: string): Promise<string> {
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  const outfile = join(folder, "program.mjs");
  await build({
    entryPoints: [source],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    outfile,
  });
  return outfile;
}
