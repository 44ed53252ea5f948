import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asked, enterAs, signInAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";

const KEEPERS: readonly (readonly [name: string, path: string, says: RegExp])[] = [
  ["register", "/personal-data", /Третьим лицам не передаются/],
  ["requests", "/personal-data/requests", /Отчество/],
  ["terms", "/personal-data/retention", /№ 179/],
  ["acts", "/personal-data/destructions", /ещё никому не уничтожали/],
];

describe.each(["desktop", "phone"] as const)("personal data on a %s", (width: Width) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    ({ context, page } = await openPage(browser, width));
  });
  afterAll(async () => {
    await context?.close();
    await browser?.close();
  });
  const says = async (words: RegExp) => {
    await expect.poll(async () => (await page.locator("main").innerText()).replaceAll("\u00a0", " ")).toMatch(words);
  };

  it("shows a person what is held, asks about it, gives a consent and takes it back", async () => {
    await signInAs(page, "Е. М. Северова");
    await page.goto("/my-data");
    await says(/Что о вас хранится/);
    await page.getByRole("button", { name: "Дать согласие" }).click();
    await page.getByRole("button", { name: "Отозвать согласие" }).click();
    await page.getByRole("button", { name: "Дать согласие" }).waitFor();
    await page.getByRole("button", { name: "Обратиться" }).click();
    await page.getByLabel("Что именно").fill("Отчество записано с ошибкой");
    await page.getByRole("button", { name: "Отправить" }).click();
    await says(/ответить до/);
    await page.getByText("Должности", { exact: false }).first().click();
    await expectSoundPage(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Скачать всё" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Персональные данные, Северова.*\.zip$/);
  });

  it("shows an administrator the register, requests, terms and acts, each a sound page", async () => {
    await signInAs(page, "В. П. Климова");
    for (const [, path, words] of KEEPERS) {
      await page.goto(path);
      await says(words);
      await expectSoundPage(page);
    }
  });

  it("tells an administrator what is held about a person and why it may not be destroyed yet", async () => {
    await page.goto("/personal-data/requests");
    await page
      .getByRole("link", { name: /Северова/ })
      .first()
      .click();
    await says(/сначала укажите для них последний день/);
    await expectSoundPage(page);
  });
});

describe("third parties", () => {
  it("are asked for nothing by the pages, and the page itself would not be let", async () => {
    const browser = await launchBrowser();
    const { page, context } = await openPage(browser, "desktop");
    await enterAs(page, "В. П. Климова");
    const refused = await page.evaluate(async () => {
      const told: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => told.push(event.effectiveDirective));
      new Image().src = "http://127.0.0.1:9/pixel.png";
      await fetch("http://127.0.0.1:9/").catch(() => undefined);
      while (told.length < 2) await new Promise((wait) => setTimeout(wait, 20));
      return told;
    });
    expect([...refused].sort()).toEqual(["connect-src", "img-src"]);
    // the two just tried were stopped before they left the browser, so they are the only strangers if any
    asked.foreign = asked.foreign.filter((url) => !url.startsWith("http://127.0.0.1:9/"));
    console.info(`requests of pages in this file: ${asked.requests}, to other servers: ${asked.foreign.length}`);
    expect(asked.requests).toBeGreaterThan(100);
    expect(asked.foreign).toEqual([]);
    await context.close();
    await browser.close();
  });

  it("are not called by the program: it connects to its own database and nowhere else", async () => {
    const lines = (await readFile(inject("connectsFile"), "utf8")).trim().split("\n");
    const records = lines.map((line) => JSON.parse(line) as { kind: string; to: string });
    const foreign = records.filter(({ to }) => !/^(\/|localhost$|127\.|::1$)/.test(to));
    console.info(`connections and look-ups of the program: ${records.length}, to other servers: ${foreign.length}`);
    // without its database it would not have answered: the record is alive
    expect(records.filter(({ kind }) => kind === "connect").length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
  });
});
