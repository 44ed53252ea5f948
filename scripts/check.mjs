import "./node-version.mjs";
import { availableParallelism } from "node:os";
import { runTool, say, seconds } from "./command.mjs";
import { GATES } from "./gates.mjs";
import { install } from "./install.mjs";
import { passAll } from "./passes.mjs";

await install();
const begun = Date.now();
const unit = {
  title: "быстрые тесты (unit)",
  start: (options) => runTool("vitest/vitest.mjs", ["run", "--project", "unit", "--reporter=dot"], options),
};
// The longest step goes first, the others fill the second lane beside it.
const { failed } = await passAll([unit, ...GATES], Math.min(2, availableParallelism()));
say(`${failed === 0 ? "Всё сходится" : `Не сходится: ${failed}`}, ${seconds(Date.now() - begun)}`);
process.exit(failed === 0 ? 0 : 1);
