import { join } from "node:path";
import { ROOT } from "./root.ts";

const source = (path: string) => join(ROOT, "src", path);

/** Modules whose rules, and not only words, are of the language: in the English pages the second stands in the place of the first. */
export const SWAPS = new Map([
  [source("domain/russian/month-words.ts"), source("domain/english/month-words.ts")],
  [source("domain/russian/plural.ts"), source("domain/english/plural.ts")],
  [source("web/language/refusal-words.ts"), source("web/language/refusal-words.english.ts")],
  [source("features/guide/web/guide-texts.ts"), source("features/guide/web/guide-texts.english.ts")],
  [source("web/language/language.ts"), source("web/language/language.english.ts")],
]);
