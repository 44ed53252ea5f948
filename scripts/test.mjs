import "./node-version.mjs";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT, run, say, seconds } from "./command.mjs";
import { GATES } from "./gates.mjs";
import { install } from "./install.mjs";
import { hasBrowser, prepareMachine } from "./machine.mjs";
import { passAll } from "./passes.mjs";
import { runSuite, skipSuite } from "./suites.mjs";

// twelve minutes are the aim on a quiet machine of two cores; a suite that hangs is ended after forty
const LIMIT_MS = 40 * 60_000;
const begun = Date.now();
const until = begun + LIMIT_MS - 10_000;

// people write to the built program while it is killed; npm run chaos does more of it
const chaos = {
  title: "сбои, короткий прогон",
  start: (options) => run(process.execPath, ["scripts/chaos.mjs", "--short"], options),
};

const build = { title: "сборка", start: (options) => run(process.execPath, ["scripts/build.mjs"], options) };

await Promise.all([install(), prepareMachine()]);
if (!existsSync(resolve(ROOT, process.env.ORIENTIR_SOURCES ?? "../shared/sources"))) {
  say("Папки с исходными документами нет: тесты на них пропущены. Её называет ORIENTIR_SOURCES.");
}

const sums = [
  await passAll([build], 1, { until }),
  // neither waits for a database or a browser: the gates fill the second core beside the quick tests
  ...(await Promise.all([runSuite("unit", "быстрые тесты", until), passAll(GATES, 1, { until })])),
  await runSuite("server", "тесты сервера на PostgreSQL", until),
  await passAll([chaos], 1, { until }),
  hasBrowser() ? await runSuite("browser", "тесты в браузере", until) : await skipSuite("browser", "тесты в браузере"),
];

const total = (key) => sums.reduce((sum, each) => sum + each[key], 0);
say(`Всё вместе: ${seconds(Date.now() - begun)}`);
if (total("skipped") > 0) say(`Пропущено тестов: ${total("skipped")}`);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") === 0 ? 0 : 1);
