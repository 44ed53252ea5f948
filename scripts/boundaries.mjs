import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { ROOT, say } from "./command.mjs";

// The boundary check: one walk of all imports by the rules, and a proof that the walk saw every source file but tests
// (with a TypeScript it cannot use, the cruiser sees none and finds nothing).
process.chdir(ROOT);
const options = await extractDepcruiseOptions(join(ROOT, ".dependency-cruiser.cjs"));
const { output } = await cruise(["src"], { ...options, outputType: "json" });
const { summary, modules } = JSON.parse(output);
const seen = new Set(modules.map(({ source }) => source));
const unseen = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => !seen.has(path));
for (const { rule, from, to } of summary.violations) say(`${rule.name}: ${from} → ${to}`);
for (const path of unseen) say(`не увиден: ${path}`);
say(`Файлов: ${modules.length}, нарушений: ${summary.violations.length}.`);
process.exit(summary.violations.some(({ rule }) => rule.severity === "error") || unseen.length > 0 ? 1 : 0);
