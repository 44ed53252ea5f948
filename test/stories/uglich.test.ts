import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasSource, sourceBytes } from "../scenarios/source-document.ts";
import { launchBrowser } from "../support/browser.ts";
import { DOCX } from "../e2e/review-steps.ts";
import { HEAD, expectStoryTold } from "../e2e/told-story.ts";

const NAME = "uglich-school-support-roadmap.docx";

describe.skipIf(!hasSource(NAME))("a roadmap of three calendar years, from Word to an accepted report", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("is told with the mouse", async () => {
    await expectStoryTold(browser, "desktop", {
      file: { name: NAME, mimeType: DOCX, buffer: Buffer.from(sourceBytes(NAME)) },
      name: "Поддержка школ района",
      directive: { number: "12", day: "14.12.2020" },
      measure: { number: "1.3" },
      who: HEAD,
      soon: ["31 декабря"],
      late: ["31 декабря 2020"],
      year: 2021,
      planned: ["10"],
      reported: ["1"],
    });
  });
});
