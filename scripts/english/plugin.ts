import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.ts";
import { catalogueIn, folderOf, isOfDocuments } from "./catalogue.ts";
import { SWAPS } from "./swaps.ts";
import { writeEnglish } from "./write-english.ts";

/** Builds the pages in English: each Russian text of a module becomes that of the catalogue before anything else is done with it. */
export function englishPages(): Plugin {
  const catalogues = new Map<string, ReadonlyMap<string, string>>();
  const englishOf = (folder: string) => {
    if (!catalogues.has(folder)) catalogues.set(folder, catalogueIn(folder));
    return (key: string) => catalogues.get(folder)!.get(key) || undefined;
  };
  return {
    name: "orientir-english",
    enforce: "pre",
    resolveId(asked, importer) {
      if (!importer || !/^(?:#|\.)/.test(asked)) return null;
      const path = asked.startsWith("#") ? join(ROOT, "src", asked.slice(1)) : resolve(dirname(importer), asked);
      return SWAPS.get(path) ?? null;
    },
    transform(code, id) {
      const path = id.split("?")[0]!;
      if (!path.startsWith(join(ROOT, "src")) || !/\.tsx?$/.test(path) || isOfDocuments(path)) return null;
      return { code: writeEnglish(path, code, englishOf(folderOf(path))), map: null };
    },
    transformIndexHtml: (html) =>
      html
        .replace('<html lang="ru">', '<html lang="en">')
        .replace("<title>Ориентир</title>", "<title>Orientir</title>")
        .replace(
          /<noscript>[^<]*<\/noscript>/,
          "<noscript>Orientir needs JavaScript. Switch it on and reload the page.</noscript>",
        ),
  };
}
