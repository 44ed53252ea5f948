import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { catalogueFolders, catalogueIn, folderOf, isOfDocuments } from "./catalogue.ts";
import { pageModules } from "./graph.ts";
import { SWAPS } from "./swaps.ts";
import { ROOT } from "./root.ts";
import { textsOf } from "./texts.ts";

/**
 * npm run english: brings the catalogues of English texts level with the pages. A new Russian text is added without its English, one
 * that no page says any more goes; then what is still to be written in English is counted.
 */
const wanted = new Map(catalogueFolders().map((folder) => [folder, new Set<string>()]));
for (const path of pageModules(SWAPS)) {
  if (isOfDocuments(path)) continue;
  for (const { key } of textsOf(path, readFileSync(path, "utf8"))) wanted.get(folderOf(path))!.add(key);
}
for (const [folder, keys] of wanted) {
  if (keys.size === 0) continue;
  const known = catalogueIn(folder);
  const entries = [...keys].map((key) => [key, known.get(key) ?? ""]);
  const missing = entries.filter(([, english]) => english === "").length;
  writeFileSync(join(folder, "english.json"), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  console.log(`${relative(ROOT, folder)}: текстов ${entries.length}, без английского ${missing}`);
}
