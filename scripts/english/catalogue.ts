import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./root.ts";

/** The folder whose `english.json` holds the texts of a module: its slice, else the part of the house it stands in. */
export function folderOf(path: string): string {
  const parts = relative(join(ROOT, "src"), path).split(/[\\/]/);
  return join(ROOT, "src", ...parts.slice(0, parts[0] === "features" ? 2 : 1));
}

/** Russian text → English of one folder; empty where there is no catalogue yet. */
export function catalogueIn(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, "english.json");
  return new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, "utf8"))) : []);
}

/** Every folder that may hold a catalogue. */
export function catalogueFolders(): readonly string[] {
  const slices = readdirSync(join(ROOT, "src", "features"), { withFileTypes: true });
  return [
    ...["shared", "domain", "web"].map((part) => join(ROOT, "src", part)),
    ...slices.filter((entry) => entry.isDirectory()).map(({ name }) => join(ROOT, "src", "features", name)),
  ];
}

/** Rules of the Russian language itself within models of pages. */
const RULES = ["features/imports/model/hyphenate.ts", "features/templates/model/shift-words.ts"];

/**
 * Modules whose Russian is not the interface's: the engine that reads and prints the terms of documents, the templates of programmes, which
 * are Russian papers, and rules of the language.
 */
export function isOfDocuments(path: string): boolean {
  const within = relative(join(ROOT, "src"), path).replaceAll("\\", "/");
  if (within.startsWith("domain/"))
    return !within.startsWith("domain/formulas/") && within !== "domain/russian/dates.ts";
  return within.startsWith("features/templates/model/library/") || RULES.includes(within);
}
