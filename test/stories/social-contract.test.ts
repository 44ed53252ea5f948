import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasSource, sourceBytes } from "../scenarios/source-document.ts";
import { launchBrowser } from "../support/browser.ts";
import { DOCX } from "../e2e/review-steps.ts";
import { HEAD, expectStoryTold } from "../e2e/told-story.ts";

const NAME = "social-contract-2.0.docx";
const MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября"];
const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31];

describe.skipIf(!hasSource(NAME))("a matrix of instruments, from Word to an accepted report", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("gives a school what it owes each month, and is told with the mouse on a phone", async () => {
    await expectStoryTold(browser, "phone", {
      file: { name: NAME, mimeType: DOCX, buffer: Buffer.from(sourceBytes(NAME)) },
      name: "Общественный договор",
      settings: async (dialog) => {
        await dialog.getByLabel("Начало").fill("01.01.2021");
        await dialog.getByLabel("Конец").fill("31.12.2021");
        await dialog.page().keyboard.press("Tab");
      },
      directive: { number: "3", day: "11.01.2021" },
      measure: { term: /не\sреже\s1\sраза\sв\sмесяц/iu },
      who: HEAD,
      soon: ["31 декабря"],
      late: [...MONTHS.map((month, at) => `${LAST[at]} ${month}`), "30 ноября"],
      year: 2021,
      planned: [],
      reported: [],
    });
  });
});
