import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runTool, say } from "./command.mjs";
import { report } from "./passes.mjs";

const VITEST = "vitest/vitest.mjs";

/** What a person may set for the tests themselves. */
const OF_TESTS = /^ORIENTIR_(SOURCES|CHROMIUM|LAW_RUNS|LAW_SEED)$/;

/** Tests run as tests, whatever the machine is set up for: settings of a program that runs there are not theirs. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("ORIENTIR_") || OF_TESTS.test(name)),
  ),
  NODE_ENV: "test",
};

/** Sums a vitest JSON report; a file that did not load has no tests and counts as one failure. */
export function sumOf(text) {
  const found = JSON.parse(text);
  const unloaded = found.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + unloaded.length,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

function readSum(path) {
  try {
    return sumOf(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Runs one vitest suite until its end or the instant `until`; a suite that broke without a failed test counts as one. */
export async function runSuite(name, title, until) {
  const path = join(ROOT, "dist", "test", `${name}.json`);
  rmSync(path, { force: true });
  mkdirSync(join(ROOT, "dist", "test"), { recursive: true });
  const args = ["run", "--project", name, "--reporter=dot", "--reporter=json", `--outputFile.json=${path}`];
  const result = await runTool(VITEST, args, { quiet: true, env, until });
  report(title, result);
  const sum = readSum(path);
  if (result.code !== 0 && sum.failed === 0) sum.failed = 1;
  say(`  пройдено ${sum.passed}, не пройдено ${sum.failed}, пропущено ${sum.skipped}`);
  return sum;
}

/** Counts the tests of a suite that cannot run here, so that they are seen as skipped. */
export async function skipSuite(name, title) {
  const { output } = await runTool(VITEST, ["list", "--project", name], { quiet: true, env });
  const skipped = output.split("\n").filter((line) => line.includes(" > ")).length;
  say(`– ${title}: пропущено ${skipped}`);
  return { passed: 0, failed: 0, skipped };
}
