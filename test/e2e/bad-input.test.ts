import { zipSync, strToU8 } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { DEMO_BODY } from "../../fixtures/documents/make-demo.ts";
import { enterAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";
import { docx, p } from "../support/docx-builder.ts";
import { DOCX, type Picked } from "./review-steps.ts";

const file = (name: string, bytes: Uint8Array, mimeType = DOCX): Picked => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

const WHOLE = docx(DEMO_BODY);
const CONTAINER = Buffer.from("D0CF11E0A1B11AE1", "hex");
const LOCKED = Buffer.concat([
  CONTAINER,
  Buffer.alloc(1016),
  Buffer.from("EncryptedPackage", "utf16le"),
  Buffer.alloc(992),
]);

/** What was picked, the beginning of the sentence that is shown for it, and whether it comes from the reading or from the upload. */
const REFUSED: readonly (readonly [what: string, picked: Picked, says: string, isRead: boolean])[] = [
  ["an empty file", file("Пустой.docx", new Uint8Array()), "Файл пустой.", false],
  ["a damaged file", file("Битый.docx", WHOLE.subarray(0, WHOLE.length / 2)), "Файл повреждён и не открывается.", true],
  [
    "an archive that is no document",
    file("Архив.docx", zipSync({ "a.txt": strToU8("текст") })),
    "Файл повреждён, или это не тот документ",
    false,
  ],
  [
    "a picture",
    file("Рисунок.png", Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "image/png"),
    "Это изображение",
    false,
  ],
  ["a file with a password", file("Закрыт.docx", LOCKED), "Файл закрыт паролем.", false],
  ["a file over the limit", file("Большой.docx", new Uint8Array(30 * 1_048_576 + 1)), "Файл больше 30 МБ.", false],
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

  // thirty megabytes are carried once
  const picked = REFUSED.filter(([, { buffer }]) => width === "desktop" || buffer.length < 1_048_576);

  it.each(picked)("%s is refused in words, and another can be chosen", async (_what, chosen, says, isRead) => {
    await page.goto("/imports");
    await page.getByRole("heading", { level: 1, name: "Загрузить документ" }).waitFor();
    await page.locator("input[type=file]").first().setInputFiles(chosen, { timeout: 60_000 });
    if (isRead) {
      await page.getByRole("heading", { level: 1, name: chosen.name }).waitFor();
      await page.getByRole("link", { name: "Загрузить другой файл" }).waitFor();
    } else {
      await page.getByRole("listitem").filter({ hasText: chosen.name }).first().waitFor();
      await page.getByRole("button", { name: /Выбрать файл/ }).waitFor();
    }
    await page.locator("main").getByText(says).first().waitFor();
    await expectSoundPage(page);
  });

  it("a document without tables becomes sections of a passport", async () => {
    await page.goto("/imports");
    await page.getByRole("heading", { level: 1, name: "Загрузить документ" }).waitFor();
    const letter = docx([p("О порядке работы", { level: 1 }), p("Школы работают вместе.", {})]);
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles(file(`Письмо, ${width}.docx`, letter));
    await page.getByText(/таблиц с\sмероприятиями нет/).waitFor();
    await expectSoundPage(page);
    await page.goto("/imports");
    await page
      .getByRole("link", { name: `Письмо, ${width}.docx` })
      .first()
      .waitFor();
  });
});
