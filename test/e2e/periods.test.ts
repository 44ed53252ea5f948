import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programmeOf } from "./demo-programme.ts";
import { plain } from "./review-steps.ts";
import { expectSoundPage, follow, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Chooses a value of a filter said in words. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${label}:`) }).click();
  await page.getByRole("menuitemradio", { name: value, exact: true }).click();
}

/** The rows of a list, through all its pages. */
const totalShown = async (page: Page) =>
  Number(
    /\d+/.exec(
      await page
        .getByText(/^\d+\sотчёт(|а|ов)$/)
        .first()
        .innerText(),
    ),
  );

describe.each<Width>(["desktop", "phone"])("a programme by periods, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  let programme: string;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await signInAs(page, "Н. А. Ветрова");
    programme = await programmeOf(page);
  });
  afterAll(() => context.close());

  it("sums a period, puts another beside it, narrows to a section, and every number opens into its reports", async () => {
    await page.goto(`${programme}/summary`);
    await page.getByRole("heading", { name: "Что получилось" }).waitFor();
    await expectSoundPage(page);
    await choose(page, "Период", "год");
    await page.getByRole("heading", { level: 2, name: "2021 год" }).waitFor();
    await choose(page, "Сравнить", "с предыдущим");
    await page.getByRole("heading", { level: 2, name: "2021 год и 2020 год" }).waitFor();
    await page.getByText(/ещё идёт, поэтому/).waitFor();
    await expectSoundPage(page);
    expect(new URL(page.url()).search).toBe("?kind=year&against=before");
    const late = page
      .getByRole("row", { name: /^просрочено/ })
      .getByRole("link")
      .first();
    // another story may report one of them between the two pages: then they are read anew
    for (let tries = 3; ; tries -= 1) {
      const count = Number(await late.innerText());
      await follow(late);
      await page.getByText(/Состояние: просрочено/).waitFor();
      if (tries > 0 && (await totalShown(page)) !== count) {
        await page.goBack();
        await late.waitFor();
        continue;
      }
      expect(await totalShown(page)).toBe(count);
      break;
    }
    await expectSoundPage(page);
    await page.goBack();
    const section = page
      .getByRole("row", { name: /Рост учителей/ })
      .getByRole("link")
      .first();
    await follow(section);
    await follow(page.getByRole("link", { name: "показать все разделы" }));
    await page.getByRole("row", { name: /Открытость/ }).waitFor();
  });

  it("tells how often what recurs was kept, by measures and by bearers, and what was missed", async () => {
    await page.goto(`${programme}/cadence`);
    const row = page.getByRole("row", { name: /Консультации методистов/ });
    await row.getByText(/из \d+\sмесяцев/).waitFor();
    await expectSoundPage(page);
    const marks = page.locator("a.slot");
    expect(await page.locator('a.slot[tabindex="0"]').count()).toBe(1);
    await page.locator('a.slot[tabindex="0"]').focus();
    const words = await marks.first().getAttribute("data-words");
    await expect.poll(async () => plain(await page.locator(".term-tip").innerText())).toContain(plain(words!));
    await expectSoundPage(page);
    await page.keyboard.press("Escape");
    await page.locator(".term-tip").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["words"])).not.toBe(words);
    await page.getByRole("heading", { name: "Что просрочено" }).waitFor();
    await page.locator(".seg label").getByText("по исполнителям").click();
    const bearer = page.getByRole("row", { name: /СОШ\s№\s3/ }).getByRole("link", { name: /СОШ/ });
    await bearer.waitFor();
    await expectSoundPage(page);
    await follow(bearer);
    await page.locator("p.narrowed", { hasText: /СОШ\s№\s3/ }).waitFor();
    await expectSoundPage(page);
    await follow(page.getByRole("link", { name: "Показать всех" }));
    await page.locator(".seg label").getByText("по исполнителям").waitFor();
    // one came from the list of bearers, and is back in it
    expect(new URL(page.url()).searchParams.get("by")).toBe("bearers");
  });

  it("narrows the heat map to a bearer and to a section of it, with the way back", async () => {
    await page.goto(`${programme}/execution?year=2021`);
    await follow(
      page
        .locator(".hm")
        .getByRole("rowheader", { name: /СОШ\s№\s3/ })
        .getByRole("link"),
    );
    await page.getByRole("heading", { name: "Исполнение по разделам" }).waitFor();
    await expectSoundPage(page);
    await follow(
      page
        .locator(".hm")
        .getByRole("rowheader", { name: /^1\s?Выявление/ })
        .getByRole("link"),
    );
    await page.locator(".narrowed-map", { hasText: /Раздел: 1/ }).waitFor();
    const cells = page.locator(".hm a[data-words]");
    expect(await page.locator('.hm a[data-words][tabindex="0"]').count()).toBe(1);
    await cells.first().focus();
    const first = await cells.first().getAttribute("data-words");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["words"])).toBe(first);
    await follow(page.getByRole("link", { name: "Показать все разделы" }));
    await follow(page.getByRole("link", { name: "Показать всех исполнителей" }));
    await page.getByRole("heading", { name: "Исполнение по организациям" }).waitFor();
  });
});
