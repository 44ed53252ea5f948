import "./node-version.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, run, say } from "./command.mjs";
import { install } from "./install.mjs";

await install();
// The build is a process of its own: its compilers leave memory when it ends, and its settings do not reach the server.
const { code } = await run(process.execPath, ["scripts/build.mjs"]);
if (code !== 0) process.exit(code);

const server = join(ROOT, "dist/main/server.js");
if (!existsSync(server)) {
  say("Запускать нечего: сборка не дала dist/main/server.js.");
  process.exit(1);
}
// The server takes over this very process: signals, exit code and terminal are its own, and no parent stays in memory.
process.chdir(ROOT);
process.argv.splice(1, process.argv.length - 1, server, ...process.argv.slice(2));
process.setSourceMapsEnabled(true);
await import(pathToFileURL(server).href);
