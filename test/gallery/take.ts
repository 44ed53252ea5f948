import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectSoundPage, launchBrowser, openPage, signInAs, WIDTHS, type Width } from "../support/browser.ts";
import { readPlaces, type Places } from "./places.ts";
import { SCREENS } from "./screens.ts";

export type Theme = "light" | "dark";
export const GALLERY = join("dist", "gallery");

/** A picture of every page at both widths in one theme; each page is sound: nothing overflows, is cut or lacks contrast. */
export function takeGallery(theme: Theme): void {
  let browser: Browser;
  beforeAll(async () => {
    await mkdir(GALLERY, { recursive: true });
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  describe.each(Object.keys(WIDTHS) as Width[])(`${theme}, %s`, (width) => {
    describe.each(Object.entries(SCREENS))("as «%s»", (person, screens) => {
      let page: Page;
      let places: Places;
      beforeAll(async () => {
        ({ page } = await openPage(browser, width));
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        // addresses are looked up by whoever sees them all
        await signInAs(page, "Н. А. Ветрова");
        places = await readPlaces(page);
        if (person === "") await page.context().clearCookies();
        else await signInAs(page, person);
      });
      afterAll(() => page.context().close());

      it.each(screens)("$name", async ({ name, path }) => {
        await page.goto(path(places));
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await page.waitForFunction(() => document.querySelector(".bones, .opening, [aria-busy=true]") === null);
        await expectSoundPage(page);
        const file = `${name}-${WIDTHS[width].width}${theme === "dark" ? "-dark" : ""}.png`;
        await page.screenshot({ path: join(GALLERY, file), fullPage: true });
      });
    });
  });
}
