import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./command.mjs";

const STYLE =
  "body{margin:24px;font:15px/22px system-ui,sans-serif;background:#e9edf2}figure{display:inline-block;margin:0 16px 24px 0;vertical-align:top}img{max-width:640px;border:1px solid #c3ccd8}";

/** Puts all pictures of the gallery on one page; returns its path from the root. */
export function writeGalleryPage() {
  const folder = join("dist", "gallery");
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".png"));
  const figures = names
    .sort()
    .map(
      (name) =>
        `<figure><figcaption>${name.slice(0, -4)}</figcaption><img loading="lazy" src="${name}" alt=""></figure>`,
    );
  const page = join(folder, "index.html");
  writeFileSync(
    join(ROOT, page),
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Ориентир: страницы</title><style>${STYLE}</style>${figures.join("\n")}</html>\n`,
  );
  return page;
}
