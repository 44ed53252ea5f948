import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programmeOf } from "./demo-programme.ts";
import { plain } from "./review-steps.ts";
import { expectSoundPage, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

const wordsAt = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset["words"] ?? "");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("a programme along its years, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  let schedule: string;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await signInAs(page, "Н. А. Ветрова");
    schedule = `${await programmeOf(page)}/schedule`;
  });
  afterAll(() => context.close());

  it("is a table of measures and terms, whole and for one year, which the address keeps", async () => {
    await page.goto(schedule);
    const row = page.getByRole("row", { name: /Отбор\sшкол/ });
    await row.waitFor();
    await expectSoundPage(page);
    const all = await row.locator("a.term").count();
    expect(all).toBeGreaterThan(1);
    await page.locator(".seg label").getByText("2021", { exact: true }).click();
    await page.getByText("дек", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe("?year=2021");
    expect(await row.locator("a.term").count()).toBeLessThan(all);
    await expectSoundPage(page);
    await page.reload();
    await row.waitFor();
    expect(await page.getByRole("radio", { name: "2021", exact: true }).isChecked()).toBe(true);
  });

  it("is walked by the arrows, told in words, and opens the obligations of a term", async () => {
    await page.goto(schedule);
    await page.locator("a.term").first().waitFor();
    // one stop of the Tab key among all terms
    expect(await page.locator('a.term[tabindex="0"]').count()).toBe(1);
    await page.locator('a.term[tabindex="0"]').focus();
    const first = await wordsAt(page);
    await page.keyboard.press("ArrowRight");
    const second = await wordsAt(page);
    expect(second).not.toBe(first);
    const told = page.locator(".told-line");
    await expect.poll(async () => plain(await told.innerText())).toBe(plain(second));
    await page.keyboard.press("ArrowLeft");
    expect(await wordsAt(page)).toBe(first);
    await page.keyboard.press("ArrowDown");
    const below = await wordsAt(page);
    expect(below.split(",")[0]).not.toBe(first.split(",")[0]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    expect(await page.locator('a.term[tabindex="0"]').count()).toBe(1);
    const reports = Number(/: (\d+) отч/.exec((await wordsAt(page)).replaceAll("\u00a0", " "))![1]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/progress\/rows\?/);
    await expect.poll(() => page.locator("main tbody tr").count()).toBe(reports);
  });
});

describe.each<Width>(["desktop", "phone"])("a school's own calendar, %s", (width) => {
  it("shows a month as a sheet and as a list, steps through months and opens what is due", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Е. М. Северова");
    await page.goto("/calendar");
    await page.getByRole("table", { name: "Сроки по дням" }).waitFor();
    await expectSoundPage(page);
    await page.getByRole("list", { name: "Что значат знаки" }).waitFor();
    const heading = page.getByRole("heading", { level: 2, name: /^\p{L}+ \d{4}$/u });
    const month = await heading.innerText();
    const next = page.getByRole("link", { name: "Следующий месяц" });
    const stood = await next.boundingBox();
    await next.click();
    await expect.poll(() => heading.innerText()).not.toBe(month);
    // months are stepped through by one finger on one place
    expect(await next.boundingBox()).toEqual(stood);
    await page.getByRole("link", { name: "к сегодняшнему дню" }).click();
    await expect.poll(() => heading.innerText()).toBe(month);
    await page.locator(".seg label").getByText("список", { exact: true }).click();
    const item = page.locator(".month-list .row a.what").first();
    await item.waitFor();
    await expectSoundPage(page);
    const title = await item.innerText();
    await item.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    // what was opened from the calendar leads back to it, as it stood, and the navigation stands there
    if (width === "desktop")
      expect(await page.locator("nav.nav .it[aria-current]").allInnerTexts()).toEqual(["Календарь"]);
    await page.locator("a.back").filter({ hasText: "Календарь" }).click();
    await page.locator(".month-list").waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("list");
    await page.goto("/calendar?month=2035-01");
    await page.getByText("В этом месяце сроков нет").waitFor();
    await page.getByRole("list", { name: "Праздники и каникулы" }).getByText("Рождество Христово").waitFor();
    await expectSoundPage(page);
    await page
      .locator("main")
      .getByRole("link", { name: /^\d+\s\p{L}+\s\d{4}$/u })
      .click();
    await page.getByRole("table", { name: "Сроки по дням" }).waitFor();
    await context.close();
  });
});
