import "./node-version.mjs";
import { accessSync, constants, existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { ROOT, say } from "./command.mjs";
import { install } from "./install.mjs";

// node scripts/run.mjs FILE.ts …args: compiles one entry and lets it take over this process; stdout belongs to it alone.
const [entry, ...args] = process.argv.slice(2);
const program = entry && (canCompile(entry) ? await compiled(entry) : builtBefore(entry));
if (!program) {
  say(entry ? `Нет файла ${entry}.` : "Назовите файл: node scripts/run.mjs ФАЙЛ.ts …");
  process.exit(1);
}

/** On a server the sources may be absent, or closed to whoever runs the program. */
function canCompile(source) {
  if (!existsSync(join(ROOT, source))) return false;
  try {
    accessSync(ROOT, constants.W_OK);
    return true;
  } catch {
    return builtBefore(source) === undefined;
  }
}

async function compiled(source) {
  await install();
  try {
    return (await bundle([source], "run"))[0];
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/** What the build left of these sources. */
function builtBefore(source) {
  const built = join(ROOT, "dist", "main", `${basename(source, ".ts")}.js`);
  return existsSync(built) ? built : undefined;
}

// Data stay in the checkout wherever the command was called; files named by the caller are sought where the caller stands.
process.env.ORIENTIR_DATA = resolve(ROOT, process.env.ORIENTIR_DATA || "data");
process.chdir(process.env.INIT_CWD ?? process.cwd());
process.argv.splice(1, process.argv.length - 1, program, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
