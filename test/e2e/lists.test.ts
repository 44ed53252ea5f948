import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectSoundPage, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const search = (page: Page) => new URL(page.url()).search;
const views = (page: Page) => page.getByRole("button", { name: /^Сохранённый вид:/ });
const item = (page: Page, name: string | RegExp) => page.getByRole("menuitem", { name });

describe.each<Width>(["desktop", "phone"])("a saved view of a list, %s", (width) => {
  it("is kept, begins the list, is opened, renamed, shown to a colleague, removed and put back", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    const name = `Закрытые школы (${width})`;
    await page.goto("/organisations");
    await page.getByRole("button", { name: /^Показаны:/ }).waitFor();
    await page.goto("/organisations?kind=school&state=closed&page=1");
    await page.getByRole("button", { name: "Сохранить вид" }).click();
    const dialog = page.getByRole("dialog", { name: "Сохранить вид" });
    await dialog.getByRole("button", { name: "Сохранить", exact: true }).click();
    await dialog.getByText("Назовите вид: по названию его узнают в списке.").first().waitFor();
    await dialog.getByLabel("Название вида").fill(name);
    await dialog.getByLabel("Открывать список этим видом").check();
    await dialog.getByLabel("Показать всем специалистам").check();
    await expectSoundPage(page);
    await dialog.getByRole("button", { name: "Сохранить", exact: true }).click();
    await views(page).filter({ hasText: name }).waitFor();
    await expectSoundPage(page);

    // whoever comes with no filter begins with it; whoever takes the filters off is left without them
    await page.goto("/organisations");
    await expect.poll(() => search(page)).toBe("?kind=school&state=closed");
    await views(page).click();
    await item(page, "Снять все фильтры").click();
    await views(page).filter({ hasText: "не выбран" }).waitFor();
    expect(search(page)).toBe("");
    await views(page).click();
    await item(page, name).waitFor();
    await expectSoundPage(page);
    await item(page, name).click();
    await expect.poll(() => search(page)).toBe("?kind=school&state=closed");

    const other = await openPage(browser, width);
    await signInAs(other.page, "В. П. Климова");
    await other.page.goto("/organisations?q=x");
    await views(other.page).click();
    await item(other.page, new RegExp(name.replace(/[()]/g, "\\$&")))
      .filter({ hasText: "Н. А. Ветрова" })
      .click();
    await expect.poll(() => search(other.page)).toBe("?kind=school&state=closed");
    await other.context.close();

    await views(page).click();
    await item(page, "Изменить или убрать виды").click();
    const all = page.getByRole("dialog", { name: "Сохранённые виды" });
    await all.getByRole("button", { name: "Править" }).click();
    await all.getByLabel("Название вида").fill(`${name} района`);
    await all.getByRole("button", { name: "Сохранить", exact: true }).click();
    await all.getByText(`${name} района`).waitFor();
    await expectSoundPage(page);
    await all.getByRole("button", { name: "Убрать" }).click();
    await page.getByText(`Вид «${name} района» убран`).waitFor();
    await all.getByText("Видов больше нет.").waitFor();
    await page.getByRole("button", { name: "Отменить" }).click();
    await all.getByText(`${name} района`).waitFor();
    await all.getByRole("button", { name: "Убрать" }).click();
    await all.getByText("Видов больше нет.").waitFor();
    await context.close();
  });
});

describe("the search over a page", () => {
  it("lets Enter choose nothing that the words before have found", async () => {
    const { context, page } = await openPage(browser, "desktop");
    await signInAs(page, "Н. А. Ветрова");
    await page.goto("/organisations");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox");
    await field.fill("школа");
    await page.getByRole("option").nth(1).waitFor();
    await expect.poll(() => page.locator('[role="option"][data-combobox-disabled]').count()).toBe(0);
    let answer = () => {};
    const held = new Promise<void>((go) => (answer = go));
    await page.route(/\/api\/search\?/, async (route) => {
      await held;
      await route.continue();
    });
    await field.fill("школа наставник");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/search");
    expect(new URL(page.url()).searchParams.get("words")).toBe("школа наставник");
    answer();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await context.close();
  });
});
