import "./node-version.mjs";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { ROOT, say } from "./command.mjs";
import { install } from "./install.mjs";

// node scripts/run.mjs FILE.ts …args: compiles one entry and lets it take over this process; stdout belongs to it alone.
const [entry, ...args] = process.argv.slice(2);
if (!entry || !existsSync(join(ROOT, entry))) {
  say(entry ? `Нет файла ${entry}.` : "Назовите файл: node scripts/run.mjs ФАЙЛ.ts …");
  process.exit(1);
}

await install();
let program;
try {
  [program] = await bundle([entry], "run");
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
// Data stay in the checkout wherever the command was called; files named by the caller are sought where the caller stands.
process.env.ORIENTIR_DATA = resolve(ROOT, process.env.ORIENTIR_DATA || "data");
process.chdir(process.env.INIT_CWD ?? process.cwd());
process.argv.splice(1, process.argv.length - 1, program, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
