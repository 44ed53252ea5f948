import { run, runTool } from "./command.mjs";

// one thread each: threads of one check build the same types over again, and the other core has work of its own
const types = (project) => (options) => runTool("ts7/bin/tsc", ["-p", project, "--singleThreaded"], options);

/** The gates every change passes: each is one command, quick, without a database or a browser. */
export const GATES = [
  ["типы: чистая часть", types("tsconfig.pure.json")],
  ["типы: сервер", types("tsconfig.server.json")],
  ["типы: страницы", types("tsconfig.web.json")],
  ["типы: тесты в браузере", types("tsconfig.e2e.json")],
  ["границы", (options) => run(process.execPath, ["scripts/boundaries.mjs"], options)],
  ["лишнее (knip)", (options) => runTool("knip/bin/knip.js", ["--no-progress"], options)],
  ["правила (oxlint)", (options) => runTool("oxlint/bin/oxlint", [], options)],
  ["вид (oxfmt)", (options) => runTool("oxfmt/bin/oxfmt", ["--check", "."], options)],
].map(([title, start]) => ({ title, start }));
