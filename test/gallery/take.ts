import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expectSoundPage, WIDTHS, type Width } from "../support/browser.ts";
import { visitScreens } from "./visit.ts";

export type Theme = "light" | "dark";
export const GALLERY = join("dist", "gallery");

/** A picture of every page at both widths in one theme; each page is sound: nothing overflows, is cut or lacks contrast. */
export function takeGallery(theme: Theme): void {
  mkdirSync(GALLERY, { recursive: true });
  for (const width of Object.keys(WIDTHS) as Width[])
    visitScreens({
      title: `${theme}, ${width}`,
      width,
      prepare: (page) => page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" }),
      expectSound: async (page, { name }) => {
        await expectSoundPage(page);
        const file = `${name}-${WIDTHS[width].width}${theme === "dark" ? "-dark" : ""}.png`;
        await page.screenshot({ path: join(GALLERY, file), fullPage: true });
      },
    });
}
