import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueFolders, catalogueIn, folderOf, isOfDocuments, nameOf } from "./english/catalogue.mjs";
import { pageModules } from "./english/graph.mjs";
import { SWAPS } from "./english/swaps.mjs";
import { textsOf } from "./english/texts.mjs";

/**
 * npm run english: brings the catalogues of English texts level with the pages. A new Russian text is added without its English, one
 * that no page says any more goes; then what is still to be written in English is counted.
 */
const wanted = new Map(catalogueFolders().map((folder) => [folder, new Set()]));
for (const path of pageModules(SWAPS)) {
  if (isOfDocuments(path)) continue;
  for (const { key } of textsOf(path, readFileSync(path, "utf8"))) wanted.get(folderOf(path)).add(key);
}
for (const [folder, keys] of wanted) {
  if (keys.size === 0) continue;
  const known = catalogueIn(folder);
  const entries = [...keys].map((key) => [key, known.get(key) ?? ""]);
  const missing = entries.filter(([, english]) => english === "").length;
  writeFileSync(join(folder, "english.json"), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  console.log(`${nameOf(folder)}: текстов ${entries.length}, без английского ${missing}`);
}
