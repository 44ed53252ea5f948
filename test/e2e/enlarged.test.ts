import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { launchBrowser, openPage, signInAs } from "../support/browser.ts";
import { ENLARGED, enlargeText, expectRoomy, setWindow } from "../support/zoomed-page.ts";
import { programmeOf } from "./demo-programme.ts";

/** Pages that most people stand on; all the others are looked at by `npm run gallery`. */
const PAGES = [
  ["Е. М. Северова", "/todo"],
  ["Н. А. Ветрова", "/today"],
  ["Н. А. Ветрова", "/reports"],
  ["Н. А. Ветрова", "execution"],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(ENLARGED)("enlarged twice: %s", (what) => {
  it("leaves room for everything on the main pages", async () => {
    const { context, page } = await openPage(browser, "desktop");
    await setWindow(page, what);
    for (const [who, path] of PAGES) {
      await signInAs(page, who);
      await page.goto(path.startsWith("/") ? path : `${await programmeOf(page)}/${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForFunction(() => document.querySelector(".bones, .opening, [aria-busy=true]") === null);
      await enlargeText(page, what);
      await expectRoomy(page, what !== "text");
    }
    await context.close();
  });
});
