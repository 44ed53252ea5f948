import "./node-version.mjs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, run, say } from "./command.mjs";

// node scripts/sbom.mjs: writes dist/sbom.cdx.json, what of other people's work the program is made of (CycloneDX).

/** Names of packages that the program's own code imports, tests aside: also those that a bundle takes in and package.json calls development's. */
export async function importedPackages(folder = join(ROOT, "src")) {
  const found = new Set();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const text = await readFile(join(entry.parentPath ?? entry.path, entry.name), "utf8");
    for (const [, name] of text.matchAll(/(?:from|import|import\(|@import)\s*\(?["']([^"'.#/][^"']*)["']/g)) {
      const parts = name.split("/");
      const own = name.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
      if (!own.startsWith("node:") && !builtinModules.includes(own)) found.add(own);
    }
  }
  return found;
}

/** Leaves the packages that are shipped, by name and through what they need; nothing that names a registry, a moment or a machine. */
export function shippedOf(sbom, roots) {
  const byRef = new Map(sbom.components.map((one) => [one["bom-ref"], one]));
  const needs = new Map(sbom.dependencies.map((one) => [one.ref, one.dependsOn ?? []]));
  const own = sbom.metadata.component["bom-ref"];
  const waiting = (needs.get(own) ?? []).filter((ref) => roots.has(byRef.get(ref)?.name));
  const kept = new Set();
  while (waiting.length > 0) {
    const ref = waiting.pop();
    if (kept.has(ref) || !byRef.has(ref)) continue;
    kept.add(ref);
    waiting.push(...(needs.get(ref) ?? []));
  }
  const plain = ({ externalReferences: _where, properties: _local, ...component }) => component;
  return {
    $schema: sbom.$schema,
    bomFormat: sbom.bomFormat,
    specVersion: sbom.specVersion,
    version: 1,
    metadata: { component: { ...plain(sbom.metadata.component), type: "application", name: "orientir" } },
    components: sbom.components.filter((one) => kept.has(one["bom-ref"])).map(plain),
    dependencies: sbom.dependencies
      .filter(({ ref }) => kept.has(ref) || ref === own)
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  };
}

/** The list as npm makes it from the lockfile, without asking anybody. */
export async function sbomOfLockfile() {
  const args = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx", "--offline"];
  const made = await run("npm", args, { quiet: true });
  const text = made.output.slice(made.output.indexOf("{"), made.output.lastIndexOf("}") + 1);
  if (made.code !== 0) throw new Error(`npm sbom: ${made.output.slice(0, 400)}`);
  const { dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  return shippedOf(JSON.parse(text), new Set([...Object.keys(dependencies), ...(await importedPackages())]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const sbom = await sbomOfLockfile();
  await mkdir(join(ROOT, "dist"), { recursive: true });
  await writeFile(join(ROOT, "dist", "sbom.cdx.json"), `${JSON.stringify(sbom, null, 2)}\n`);
  say(`dist/sbom.cdx.json: пакетов ${sbom.components.length}.`);
}
