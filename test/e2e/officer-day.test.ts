import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "./review-steps.ts";
import {
  answered,
  expectSoundPage,
  launchBrowser,
  openPage,
  PATIENCE_MS,
  signInAs,
  type Width,
} from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const get = async (page: Page, path: string) => (await page.request.get(path)).json();
const territoryOf = async (page: Page): Promise<string> => (await get(page, "/api/session")).places[0].territoryId;
const h1 = (page: Page) => page.getByRole("heading", { level: 1 });

describe("an officer's day", () => {
  it("checks by the keyboard alone, on a Russian layout too, and takes a decision back", async () => {
    const { context, page } = await openPage(browser, "desktop");
    await signInAs(page, "Н. А. Ветрова");
    await page.goto("/reports");
    await page.getByRole("list", { name: "Отчёты" }).waitFor();
    await expectSoundPage(page);
    const titles = await page.locator("main .row a.what").allInnerTexts();
    // the page listens once it has rested: the key is pressed until it is heard
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await expect
      .poll(
        async () => {
          if ((await focused()) !== titles[0]) await page.keyboard.press("j");
          return focused();
        },
        { timeout: PATIENCE_MS, interval: 500 },
      )
      .toBe(titles[0]);
    await page.keyboard.press("j");
    expect(await focused()).toBe(titles[1]);
    await page.keyboard.press("k");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Клавиши" });
    await keys.waitFor();
    await expectSoundPage(page);
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.locator("main .row a.what").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Принять", exact: true }).waitFor();
    const first = page.url();
    // «в» of «вернуть»: the letter of a Russian layout, which no latin key bears
    await expect
      .poll(
        async () => {
          const field = page.getByLabel("Что исправить");
          if (!(await field.isVisible()))
            await page.evaluate(() =>
              document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "в", code: "KeyD", bubbles: true })),
            );
          return field.isVisible();
        },
        { timeout: PATIENCE_MS, interval: 500 },
      )
      .toBe(true);
    // letters of the deeds are only letters while something is written
    await page.keyboard.type("Приложите приказ: а, п, в, j");
    await page.getByRole("button", { name: "Сохранить замечание" }).focus();
    const kept = await answered(
      page,
      (answer) => answer.url().endsWith("/api/remarks"),
      () => page.keyboard.press("Enter"),
    );
    expect(kept.status()).toBe(200);
    await page.getByLabel("Что исправить").focus();
    await answered(
      page,
      (answer) => answer.url().endsWith("/return"),
      () => page.keyboard.press("Control+Enter"),
    );
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).not.toBe(first);
    await page.locator(".toast").getByRole("button", { name: "Отменить" }).waitFor();
    await page.getByRole("button", { name: "Принять", exact: true }).waitFor();
    await expectSoundPage(page);
    await expect
      .poll(
        async () => {
          if (page.url() !== first) await page.keyboard.press("u");
          return page.url();
        },
        { timeout: PATIENCE_MS, interval: 1000 },
      )
      .toBe(first);
    await page.getByRole("button", { name: "Принять", exact: true }).waitFor();
    await context.close();
  });

  it("accepts several at once and undoes it; keeps a school in sight; words of a reminder are ready", async () => {
    const { context, page } = await openPage(browser, "desktop");
    await signInAs(page, "Н. А. Ветрова");
    const territoryId = await territoryOf(page);
    await page.goto("/reports");
    const rows = page.locator("main .row").filter({ has: page.locator(".pick input") });
    await rows.nth(2).waitFor();
    const chosen = [rows.nth(1), rows.nth(2)];
    const paths = await Promise.all(chosen.map((row) => row.locator("a.what").getAttribute("href")));
    // other stories send reports of their own meanwhile: these two are looked at, not how many wait
    const states = () => Promise.all(paths.map(async (path) => (await get(page, `/api${path}`)).state));
    for (const row of chosen) await row.locator(".pick input").check();
    await page.getByRole("button", { name: "Принять отмеченные" }).click();
    await page.getByText(/Принято: 2\sотчёта/).waitFor();
    await expect.poll(states).toEqual(["accepted", "accepted"]);
    await page.getByRole("button", { name: "Отменить", exact: true }).click();
    await page.getByText("Решения отменены, отчёты снова на проверке").waitFor();
    await expect.poll(states).toEqual(["submitted", "submitted"]);
    const { bearers } = await get(page, `/api/progress/late?territoryId=${territoryId}`);
    const school = bearers.find((one: { organisationId: string | null }) => one.organisationId);
    await page.goto(`/organisations/${school.organisationId}`);
    await page.getByRole("button", { name: "Взять на контроль" }).click();
    await page.getByRole("button", { name: "Снять с контроля" }).waitFor();
    await page.goto("/today");
    const watched = page.getByRole("region", { name: "На контроле" });
    await watched.getByRole("link", { name: new RegExp(school.name.replaceAll(/\s+/gu, "\\s+")) }).waitFor();
    await expectSoundPage(page);
    await watched.getByRole("button", { name: `Снять с контроля: ${school.name}` }).click();
    await watched.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Напомнить всем" }).click();
    const dialog = page.getByRole("dialog", { name: "Напомнить о просроченном" });
    await dialog.getByRole("button", { name: `Текст для ${school.name}` }).click();
    const text = dialog.getByLabel(`Текст: ${school.name}`);
    expect(plain(await text.inputValue())).toMatch(/ждём от вас/i);
    await expectSoundPage(page);
    await context.close();
  });
});

describe.each<Width>(["desktop", "phone"])("one term handed over, %s", (width) => {
  it("is named; refused, keeps the words; goes on, and is taken back", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    const list = `/progress/rows?territoryId=${await territoryOf(page)}&state=ahead`;
    const { rows } = await get(page, `/api${list}`);
    const row = rows.find(
      ({ report, bearer }: { report: unknown; bearer: { kind: string } }) =>
        report === null && bearer.kind === "organisation",
    );
    await page.goto(list);
    await page
      .getByRole("row")
      .filter({ has: page.locator(`a[href*="${row.id}"]`) })
      .getByRole("checkbox")
      .check();
    await page.getByRole("button", { name: "Передать", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(new RegExp(`${row.bearer.name.replaceAll(/\s+/gu, "\\s+")}, сейчас\\s`)).waitFor();
    const field = dialog.getByRole("combobox", { name: "Организация" });
    await field.click();
    // whoever answers for it now is not among those to hand it to
    expect(await page.getByRole("option", { name: row.bearer.name, exact: true }).count()).toBe(0);
    await page.getByRole("option").first().click();
    await dialog.getByLabel("Почему").fill("Школа закрыта на ремонт");
    // somebody moves the same term meanwhile
    const moved = await page.request.post("/api/obligations/moved", {
      headers: { "x-orientir": "1", "idempotency-key": crypto.randomUUID() },
      data: {
        territoryId: row.territoryId,
        reason: "Карантин",
        rows: [{ id: row.id, version: row.version, dueOn: row.dueOn.replace(/\d\d$/, "28") }],
      },
    });
    expect((await moved.json()).done).toHaveLength(1);
    const hand = dialog.getByRole("button", { name: "Передать", exact: true });
    await hand.click();
    await dialog.getByText(/тем временем изменил другой человек/).waitFor();
    expect(await dialog.getByLabel("Почему").inputValue()).toBe("Школа закрыта на ремонт");
    await expectSoundPage(page);
    // the list is asked again behind the dialog: pressed once more, it hands over what stands now
    const handed = async () =>
      (
        await answered(
          page,
          (answer) => answer.url().endsWith("/reassigned"),
          () => hand.click(),
        )
      ).json();
    await expect.poll(async () => (await handed()).done.length, { timeout: PATIENCE_MS, interval: 1000 }).toBe(1);
    await dialog.waitFor({ state: "hidden" });
    await page.getByText(/^Передано:\s1\s/).waitFor();
    await page.locator(".toast").getByRole("button", { name: "Отменить" }).click();
    await page.getByText(/^Передача отменена:\s1\s/).waitFor();
    await context.close();
  });
});

describe.each<Width>(["desktop", "phone"])("a programme paused, %s", (width) => {
  it("stands still for the school, says why, and goes on", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    const territoryId = await territoryOf(page);
    const q = encodeURIComponent("Поддержка школ с низкими");
    const { items } = await get(page, `/api/programmes?territoryId=${territoryId}&q=${q}`);
    const programme = `/programmes/${territoryId}/${items[0].id}`;
    await page.goto(programme);
    await h1(page).waitFor();
    await page.getByRole("button", { name: "Ещё" }).filter({ visible: true }).first().click();
    await page.getByRole("menuitem", { name: "Приостановить" }).click();
    const dialog = page.getByRole("dialog", { name: "Приостановить программу" });
    await dialog.getByLabel("Почему").fill("Карантин в школах округа");
    await expectSoundPage(page);
    await dialog.getByRole("button", { name: "Приостановить", exact: true }).click();
    await page.getByText("Программа приостановлена с").waitFor();
    await dialog.waitFor({ state: "hidden" });
    await expectSoundPage(page);
    await signInAs(page, "Е. М. Северова");
    await page.goto("/todo");
    await page.getByRole("heading", { name: /^Приостановлено/ }).waitFor();
    await expectSoundPage(page);
    await page
      .locator("section", { has: page.getByRole("heading", { name: /^Приостановлено/ }) })
      .getByRole("link")
      .first()
      .click();
    await page.getByText("Карантин в школах округа").first().waitFor();
    await signInAs(page, "Н. А. Ветрова");
    await page.goto(programme);
    await page.getByRole("button", { name: "Возобновить" }).click();
    await page.getByText("Прежние паузы").first().waitFor();
    await page.getByRole("button", { name: "Возобновить" }).waitFor({ state: "hidden" });
    await context.close();
  });
});
