import "./node-version.mjs";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, say } from "./command.mjs";

const MARK = "node_modules/.installed-lock";

function changedAt(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs;
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
}

/**
 * A mark holds the hash of the lock file that was installed. Where npm was called by hand there is none: then the time tells,
 * for npm writes `node_modules/.package-lock.json` last. Packages that are a link belong to another checkout: never touched.
 */
function isInstalled() {
  if (lstatSync(join(ROOT, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const installed = changedAt("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  if (existsSync(join(ROOT, MARK))) return readFileSync(join(ROOT, MARK), "utf8") === lockHash();
  return installed >= (changedAt("package-lock.json") ?? 0);
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
  if (code === 0) return writeFileSync(join(ROOT, MARK), lockHash());
  say(
    "Библиотеки не установились: причина в строках выше. Чаще всего нет связи с реестром npm; повторите команду, когда связь будет.",
  );
  process.exit(code);
}
