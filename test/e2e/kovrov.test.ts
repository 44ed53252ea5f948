import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasSource, sourceBytes } from "../scenarios/source-document.ts";
import { launchBrowser } from "../support/browser.ts";
import { DOCX } from "./review-steps.ts";
import { expectStoryTold } from "./told-story.ts";

const NAME = "kovrov-network-programme.docx";
const PLAN = /методической помощи/u;

describe.skipIf(!hasSource(NAME))("one plan of three in a document, from Word to an accepted report", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("is told with the mouse", async () => {
    await expectStoryTold(browser, "desktop", {
      file: { name: NAME, mimeType: DOCX, buffer: Buffer.from(sourceBytes(NAME)) },
      name: "Методическая помощь",
      settings: async (dialog) => {
        await dialog.getByLabel("Название").fill("Методическая помощь школам");
        for (const box of await dialog.getByRole("checkbox").all()) {
          const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? "");
          await box.setChecked(PLAN.test(label));
        }
      },
      directive: { number: "7", day: "11.01.2021" },
      measure: { number: "9" },
      // the plan names the head of the resource school; its network administrator reports for it
      who: "М. О. Тихонова",
      soon: ["28 декабря"],
      late: ["23 марта", "26 мая", "27 октября"],
      year: 2021,
      planned: [],
      reported: [],
    });
  });
});
