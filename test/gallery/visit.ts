import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { ALL_BUT_LANGUAGE, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";
import { readPlaces, type Places } from "./places.ts";
import { SCREENS, type Screen } from "./screens.ts";

export interface Visit {
  readonly title: string;
  readonly width: Width;
  /** what is done with the page before anything is opened in it */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** screens to look at; all where it is not given */
  readonly wanted?: (screen: Screen) => boolean;
  readonly expectSound: (page: Page, screen: Screen) => Promise<unknown>;
}

/** A test for every page as each of its people sees it: opened, loaded, looked at. */
export function visitScreens({ title, width, prepare, wanted = () => true, expectSound }: Visit): void {
  const groups = Object.entries(SCREENS)
    .map(([person, screens]) => ({ person, screens: screens.filter(wanted) }))
    .filter(({ screens }) => screens.length > 0);

  describe(`${title}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    describe.each(groups)("as «$person»", ({ person, screens }) => {
      let page: Page;
      let places: Places;
      beforeAll(async () => {
        ({ page } = await openPage(browser, width));
        await prepare?.(page);
        // addresses are looked up by whoever sees them all
        await signInAs(page, "Н. А. Ветрова");
        places = await readPlaces(page);
        if (person === "") await page.context().clearCookies(ALL_BUT_LANGUAGE);
        else await signInAs(page, person);
      });
      afterAll(() => page.context().close());

      it.each(screens)("$name", async (screen) => {
        await page.goto(screen.path(places));
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await page.waitForFunction(() => document.querySelector(".bones, .opening, [aria-busy=true]") === null);
        await expectSound(page, screen);
      });
    });
  });
}
