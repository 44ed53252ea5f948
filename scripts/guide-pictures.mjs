import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./command.mjs";

const GUIDES = join(ROOT, "docs", "guide", "roles");
const PICTURE = /!\[[^\]]*\]\((?:\.\.\/)?pictures\/([\w-]+)\.png\)/g;
const WIDTH = 1000;

/** Pictures that the guides of the roles show, taken anew from the gallery: smaller, in few colours. Returns how many; throws for one that the gallery lacks. */
export async function writeGuidePictures() {
  const { default: sharp } = await import("sharp");
  const texts = readdirSync(GUIDES, { recursive: true }).filter((name) => name.endsWith(".md"));
  const names = new Set(
    texts.flatMap((name) =>
      [...readFileSync(join(GUIDES, name), "utf8").matchAll(PICTURE)].map(([, picture]) => picture),
    ),
  );
  mkdirSync(join(GUIDES, "pictures"), { recursive: true });
  for (const name of names) {
    const taken = join(ROOT, "dist", "gallery", `${name}.png`);
    if (!existsSync(taken)) throw new Error(`В снимках нет ${name}.`);
    const picture = sharp(taken);
    const { width, height } = await picture.metadata();
    await picture
      // a long page is shown by its beginning
      .extract({ left: 0, top: 0, width, height: Math.min(height, Math.round(width * 0.66)) })
      .resize({ width: Math.min(width, WIDTH) })
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(join(GUIDES, "pictures", `${name}.png`));
  }
  return names.size;
}
