import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { isGuarded, isPolicy, policiesOf, withFaults, type Fault } from "./operators.ts";

/** Builds the program once more with every fault inside, each behind the switch; gives back where it lies and what its faults are. */
export async function buildWithFaults(
  root: string,
): Promise<{ readonly file: string; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const file = join(root, "dist", "probe", "attack.js");
  const names = new Set<string>();
  const features = join(root, "src/features");
  for (const path of (await readdir(features, { recursive: true })).map((one) => join(features, one)).filter(isPolicy))
    for (const name of policiesOf(path, await readFile(path, "utf8"))) names.add(name);
  await build({
    absWorkingDir: root,
    entryPoints: ["test/probe/attack.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    plugins: [
      {
        name: "faults",
        setup(bundling) {
          bundling.onLoad({ filter: /\/features\/.*\.ts$/ }, async ({ path }) => {
            if (!isPolicy(path) && !isGuarded(path)) return undefined;
            const source = await readFile(path, "utf8");
            return { contents: withFaults(relative(root, path), source, names, faults), loader: "ts" };
          });
        },
      },
    ],
  });
  return { file, faults };
}
