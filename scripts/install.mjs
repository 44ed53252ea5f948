import "./node-version.mjs";
import { statSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, say } from "./command.mjs";

function changedAt(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs;
}

/** npm writes `node_modules/.package-lock.json` last, so its time tells a finished installation of this very lock file. */
function isInstalled() {
  const installed = changedAt("node_modules/.package-lock.json");
  return installed !== undefined && installed >= (changedAt("package-lock.json") ?? 0);
}

/**
 * Installs the packages of package-lock.json where they are missing or older than it.
 * Development packages are always included: the program is built on the spot, under NODE_ENV=production too.
 * Ends the process with a sentence where npm fails.
 */
export async function install() {
  if (isInstalled()) return;
  say("Устанавливаю библиотеки (один раз, обычно одна-две минуты)…");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const { code } = npm?.endsWith(".js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (code === 0) return;
  say(
    "Библиотеки не установились: причина в строках выше. Чаще всего нет связи с реестром npm; повторите команду, когда связь будет.",
  );
  process.exit(code);
}
