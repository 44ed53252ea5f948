import "./node-version.mjs";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT, runTool, say, seconds } from "./command.mjs";
import { install } from "./install.mjs";

// npm run laws [-- --runs N --seed S part-of-a-path …]: seeks new counterexamples to the laws of pure code. Every law tries N examples,
// out of a seed nobody tried before unless one is named; a counterexample found is mended and kept as a case of its own.
const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "2000" }, seed: { type: "string" } },
  allowPositionals: true,
});
const seed = values.seed ?? String(randomInt(2 ** 31));
if (!/^[1-9]\d*$/.test(values.runs) || !/^-?\d+$/.test(seed)) {
  say("--runs и --seed – целые числа: npm run laws -- --runs 5000 --seed 17 print-term");
  process.exit(1);
}

await install();
const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts") && !path.includes("/server/"))
  .filter((path) => positionals.length === 0 || positionals.some((part) => path.includes(part)))
  .filter((path) => readFileSync(join(ROOT, path), "utf8").includes('from "fast-check"'));
if (files.length === 0) {
  say(`Законов в файлах с «${positionals.join("», «")}» нет.`);
  process.exit(1);
}
const told = `примеров на закон: ${values.runs}, семя: ${seed}`;
say(`Файлов с законами: ${files.length}, ${told}`);
const env = { ...process.env, NODE_ENV: "test", ORIENTIR_LAW_RUNS: values.runs, ORIENTIR_LAW_SEED: seed };
const { code, ms } = await runTool("vitest/vitest.mjs", ["run", "--project", "unit", "--reporter=dot", ...files], {
  env,
});
say(`${code === 0 ? "Законы держатся" : "Не держится, причина выше"}, ${told}, ${seconds(ms)}`);
process.exit(code);
