import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { expectSoundPage } from "../support/browser.ts";
import { GALLERY } from "./take.ts";
import { visitScreens } from "./visit.ts";

const GUIDES = join("docs", "guide", "roles", "en");
const guides = readdirSync(GUIDES).map((name) => readFileSync(join(GUIDES, name), "utf8"));

mkdirSync(GALLERY, { recursive: true });

/** What the guides in English show: their readers see these pages. */
visitScreens({
  title: "in English",
  width: "desktop",
  wanted: ({ name }) => guides.some((text) => text.includes(`/${name}-1360-en.png`)),
  prepare: async (page) => {
    await page.context().addCookies([{ name: "orientir_language", value: "en", url: inject("baseUrl") }]);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  },
  expectSound: async (page, { name }) => {
    await expectSoundPage(page);
    await page.screenshot({ path: join(GALLERY, `${name}-1360-en.png`), fullPage: true });
  },
});
