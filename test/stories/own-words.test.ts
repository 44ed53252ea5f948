import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { DEMO_BODY } from "../../fixtures/documents/make-demo.ts";
import { launchBrowser } from "../support/browser.ts";
import { docx } from "../support/docx-builder.ts";
import { DOCX } from "../e2e/review-steps.ts";
import { HEAD, expectStoryTold } from "../e2e/told-story.ts";

/** The document of the demo five years earlier, so that the clock of the suite stands in the middle of it. */
const EARLIER = DEMO_BODY.map((part) => part.replace(/202[567]/g, (year) => String(Number(year) - 5)));

describe("a roadmap in our own words, from Word to an accepted report", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("is told with the mouse on a phone", async () => {
    await expectStoryTold(browser, "phone", {
      file: { name: "Дорожная карта.docx", mimeType: DOCX, buffer: Buffer.from(docx(EARLIER)) },
      name: "Своими словами",
      directive: { number: "14", day: "14.12.2019" },
      measure: { number: "1.3" },
      who: HEAD,
      soon: ["31 декабря"],
      late: ["31 декабря 2020"],
      year: 2021,
      planned: ["1", "6"],
      reported: ["1", "5"],
    });
  });
});
