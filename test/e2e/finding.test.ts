import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "./review-steps.ts";
import { enterAs, expectSoundPage, launchBrowser, openPage, signInAs } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("the search over any page, by the keyboard alone", () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, "desktop"));
    await enterAs(page, "Н. А. Ветрова");
  });
  afterAll(() => context.close());

  const field = () => page.getByRole("combobox", { name: "Слова, которые нужно найти" });
  const open = async (keys: string) => {
    await page.keyboard.press(keys);
    await field().waitFor();
    await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
  };

  it("opens by Ctrl+K, finds a form of a word, and Enter opens the measure", async () => {
    await open("Control+k");
    await expectSoundPage(page);
    await page.keyboard.type("отбором");
    const option = page.getByRole("option", { name: /^Отбор\sшкол\sдля\sадресного/ }).first();
    await option.waitFor();
    expect(await option.locator("mark").allInnerTexts()).toEqual(["Отбор"]);
    await expectSoundPage(page);
    // the field tells a screen reader which option stands chosen; programmes of other stories may have measures like this one
    const chosen = async () => {
      const id = await field().getAttribute("aria-activedescendant");
      return id ? plain(await page.locator(`[id="${id}"]`).innerText()) : "";
    };
    const met: string[] = [];
    while (met.length < 12 && !met.at(-1)?.startsWith("Отбор школ для адресного сопровождения")) {
      await page.keyboard.press("ArrowDown");
      met.push(await chosen());
    }
    expect(met.at(-1)).toContain("Отбор школ для адресного сопровождения");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Отбор\sшкол\sдля\sадресного/ }).waitFor();
    await expect.poll(() => field().count()).toBe(0);
  });

  it("reads the other layout of the keyboard, keeps what was looked for, and Escape gives the page back", async () => {
    await open("/");
    await page.getByRole("option", { name: "отбором" }).waitFor();
    await page.keyboard.type("cjdtofybt");
    await page.getByText("Искали: совещание").filter({ visible: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => field().count()).toBe(0);
    await page.getByRole("heading", { level: 1, name: /Отбор\sшкол/ }).waitFor();
  });

  it("Enter without a choice opens the page of everything, narrowed by a kind and kept in the address", async () => {
    await open("Control+k");
    await page.keyboard.type("школа");
    await page.getByRole("option", { name: "Показать всё" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Организации" }).waitFor();
    expect(new URL(page.url()).searchParams.get("words")).toBe("школа");
    await expectSoundPage(page);
    await page.getByRole("button", { name: "Где: всё" }).click();
    await page.getByRole("menuitemradio", { name: "организации" }).click();
    await expect.poll(() => page.getByRole("heading", { level: 2 }).allInnerTexts()).toHaveLength(1);
    await page.reload();
    const school = page.getByRole("list", { name: "Организации" }).getByRole("link", { name: /СОШ\s№\s3/ });
    await school.click();
    await page.getByRole("heading", { level: 1, name: /СОШ\s№\s3/ }).waitFor();
  });
});

it("on a phone the search stands under «Ещё», says what to try, and shows a school only its own", async () => {
  const { context, page } = await openPage(browser, "phone");
  await signInAs(page, "Е. М. Северова");
  await page.goto("/");
  await page.getByRole("button", { name: /^Ещё(\s\d+)?$/ }).click();
  await page.getByRole("link", { name: "Найти" }).click();
  await page.getByRole("heading", { level: 2, name: "Напишите, что найти" }).waitFor();
  await expectSoundPage(page);
  const field = page.getByRole("searchbox");
  await field.fill("абракадабра");
  await page.getByRole("heading", { level: 2, name: "Ничего не нашлось" }).waitFor();
  await field.fill("сделано");
  const reports = page.getByRole("list", { name: "Отчёты" }).getByRole("listitem");
  await reports.first().waitFor();
  for (const report of await reports.allInnerTexts()) expect(report).toMatch(/СОШ\s№\s3/);
  await expectSoundPage(page);
  await context.close();
});
