import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectSoundPage, follow, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

const HEAD = "Е. М. Северова";
const CODE = /\/assets\/index-[\w-]+\.js$/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const reports = (page: Page) => page.getByRole("link", { name: /^Отчитаться: / });
/** How far the page is rolled, and the words of the element marked on the drawn page. */
const placeOf = () => {
  const seen = document.querySelector("[data-seen]")!;
  return { scrolled: scrollY, words: seen.textContent };
};
const rows = (page: Page) => page.getByRole("main").getByRole("listitem");

describe.each<Width>(["desktop", "phone"])("a school's home before its code comes, %s", (width) => {
  it("reads, and «Отчитаться» leads on, where no script runs at all", async () => {
    const { context, page } = await openPage(browser, width, undefined, { javaScriptEnabled: false });
    await signInAs(page, HEAD);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
    await page.getByRole("heading", { level: 2, name: /Просрочено/ }).waitFor();
    const address = await reports(page).first().getAttribute("href");
    await reports(page).first().click();
    await page.waitForURL(`**${address!}`);
    expect(address).toMatch(/^\/todo\/[\w-]+\/[\w-]+$/);
    await context.close();
  });

  it("is taken over as it stands: nothing twice, nothing asked again, and what was pressed is done", async () => {
    const { context, page } = await openPage(browser, width);
    const faults: string[] = [];
    page.on("console", (line) => void (line.type() === "error" && faults.push(line.text())));
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await signInAs(page, HEAD);
    let release = () => {};
    const held = new Promise<void>((free) => {
      release = free;
    });
    await page.route(CODE, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/");
    await reports(page).first().waitFor();
    const drawn = await rows(page).allInnerTexts();
    expect(drawn.length).toBeGreaterThan(0);
    await expectSoundPage(page);
    await page.getByRole("link", { name: /вам вернули$/ }).click();
    await page.evaluate(() => document.getElementById("returned")!.setAttribute("data-seen", ""));
    const menu = page.getByRole("button", width === "phone" ? { name: /^Ещё/ } : { name: /Северова/ });
    await menu.click();
    expect(await menu.getAttribute("aria-busy")).toBe("true");
    const before = await page.evaluate(placeOf);
    expect(before.scrolled).toBeGreaterThan(0);
    release();
    await page.getByRole("dialog").waitFor();
    expect(await menu.getAttribute("aria-busy")).toBeNull();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await rows(page).allInnerTexts()).toEqual(drawn);
    // its own letters come with the code and may break a line otherwise; the page does not begin anew
    const after = await page.evaluate(placeOf);
    expect([after.words, after.scrolled > 0]).toEqual([before.words, true]);
    expect(new URL(page.url()).pathname).toBe("/todo");
    expect(asked.filter((path) => /^\/api\/(session|obligations|reports)/.test(path))).toEqual([]);
    expect(await page.locator("#first-picture").count()).toBe(0);
    expect(faults).toEqual([]);
    // its styles came inside and are a file that the device keeps from now on
    await page.locator("head link[rel=stylesheet]").first().waitFor({ state: "attached" });
    await page.locator("style[data-address]").waitFor({ state: "detached" });
    const kept = (await context.cookies()).find(({ name }) => name === "orientir_styles");
    expect(decodeURIComponent(kept!.value)).toMatch(/^\/assets\/index-[\w-]+\.css$/);
    // from here on it is a page like any other
    await follow(page.getByRole("link", { name: "Программы" }).filter({ visible: true }).first());
    await page.getByRole("heading", { level: 1, name: "Программы" }).waitFor();
    await page.goBack();
    await reports(page).first().waitFor();
    await context.close();
  });
});

const OFFICER = "Н. А. Ветрова";

/** What the styles make of the page, and what it says; parts that come later stand beside it. */
const looks = () =>
  [...document.querySelectorAll("main h1, main table, main table *")].map((one) => {
    const { display, padding, borderWidth, color, gridTemplateAreas } = getComputedStyle(one);
    return [one.tagName, one.textContent, display, padding, borderWidth, color, gridTemplateAreas].join(" ");
  });

describe.each<Width>(["desktop", "phone"])("an officer's pages before their code comes, %s", (width) => {
  it.each(["/today", "programme"])("%s is taken over as it stands", async (which) => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, OFFICER);
    await page.goto("/programmes");
    const link = page.getByRole("main").locator("a[href^='/programmes/']:not([href$='/new'])").first();
    const address =
      which === "programme" ? `${(await link.getAttribute("href"))!.replace(/\/measures$/, "")}/measures` : which;
    const faults: string[] = [];
    page.on("console", (line) => void (line.type() === "error" && faults.push(line.text())));
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    let release = () => {};
    const held = new Promise<void>((free) => {
      release = free;
    });
    const isDrawn = async () => (await page.locator("#first-picture").count()) > 0;
    await page.route(CODE, async (route) => {
      if (await isDrawn()) await held;
      await route.continue();
    });
    // a server that has other work leaves the bare page
    for (let tries = 0; tries < 5 && !(await isDrawn()); tries += 1) {
      await page.goto(address, { waitUntil: "commit" });
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    asked.length = 0;
    expect(await page.getByRole("table").count()).toBeGreaterThan(0);
    await expectSoundPage(page);
    const before = await page.evaluate(looks);
    release();
    await page.locator("#first-picture").waitFor({ state: "detached" });
    expect(await page.evaluate(looks)).toEqual(before);
    expect(asked.filter((path) => /^\/api\/(session|progress|programmes|reports)/.test(path))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("says that it did not open where its code does not come, and opens when it is loaded anew", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, OFFICER);
    await page.route(/\/assets\/today-[\w-]+\.js/, (route) => route.abort());
    await page.goto("/today");
    await page.getByRole("heading", { name: "Страница не открылась" }).waitFor();
    await expectSoundPage(page);
    await page.unroute(/\/assets\/today-[\w-]+\.js/);
    await page.getByRole("button", { name: "Обновить страницу" }).click();
    await page.getByRole("table").first().waitFor();
    await context.close();
  });

  it("a row of a programme gives its menu at the first press, and the focus back to its button", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, OFFICER);
    await page.goto("/programmes");
    const link = page.getByRole("main").locator("a[href^='/programmes/']:not([href$='/new'])").first();
    await page.goto(`${(await link.getAttribute("href"))!.replace(/\/measures$/, "")}/measures`);
    const button = page.getByRole("button", { name: /^Действия с мероприятием/ }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    const edit = page.getByRole("menuitem", { name: "Править" });
    await edit.waitFor();
    await page.keyboard.press("Escape");
    await edit.waitFor({ state: "detached" });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await button.click();
    await edit.click();
    await page.getByRole("dialog").waitFor();
    await context.close();
  });
});
