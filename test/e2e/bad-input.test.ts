import { zipSync, strToU8 } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";
import { docx, p } from "../support/docx-builder.ts";
import { DOCX, type Picked } from "./review-steps.ts";

const file = (name: string, bytes: Uint8Array, mimeType = DOCX): Picked => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** What was picked, and the sentence that is shown for it. */
const REFUSED: readonly (readonly [string, Picked, RegExp])[] = [
  ["an empty file", file("Пустой.docx", new Uint8Array()), /пуст/i],
  ["a damaged file", file("Битый.docx", docx([p("Дорожная карта")]).subarray(0, 400)), /повреждён|не открыва/i],
  [
    "an archive that is no document",
    file("Архив.docx", zipSync({ "a.txt": strToU8("текст") })),
    /не документ|не похож|повреждён|не открыва/i,
  ],
  ["a file of a wrong type", file("Рисунок.png", Buffer.from("\x89PNG\r\n\x1a\n0000"), "image/png"), /Word|\.docx/],
  ["a file over the limit", file("Большой.docx", new Uint8Array(30 * 1_048_576 + 1)), /30\s*МБ/],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("a document that cannot be taken in, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await enterAs(page, "Н. А. Ветрова");
  });
  afterAll(() => context.close());

  it.each(REFUSED)("%s is refused in words, and another can be chosen", async (_what, picked, says) => {
    await page.goto("/imports");
    await page.getByRole("heading", { level: 1, name: "Загрузить документ" }).waitFor();
    await page.locator("input[type=file]").first().setInputFiles(picked);
    const said = page.getByText(says).filter({ visible: true });
    // the hint over the field names the limits too: the refusal is one more sentence
    await expect
      .poll(async () => page.locator(".late, .err, [role=alert], .not-read, .es").filter({ hasText: says }).count())
      .toBeGreaterThan(0);
    await said.first().waitFor();
    await expectSoundPage(page);
  });

  it("a document without tables becomes sections of a passport", async () => {
    await page.goto("/imports");
    const letter = docx([p("О порядке работы", { level: 1 }), p("Школы работают вместе.", {})]);
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles(file(`Письмо, ${width}.docx`, letter));
    await page.getByText(/таблиц с\sмероприятиями нет/).waitFor();
    await expectSoundPage(page);
    await page.goto("/imports");
    await page.getByRole("link", { name: `Письмо, ${width}.docx` }).waitFor();
  });
});
