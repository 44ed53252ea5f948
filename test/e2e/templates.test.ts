import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A template of the library becomes a draft, and the draft a template of one's own. */
describe.each<Width>(["desktop", "phone"])("a programme by a template, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  const name = `Помощь школам по шаблону, ${width}`;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await enterAs(page, "Н. А. Ветрова");
  });
  afterAll(() => context.close());

  const arrive = async (heading: RegExp) => {
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await expect.poll(() => page.locator(".bones").count()).toBe(0);
  };
  const goOn = () => page.getByRole("button", { name: "Продолжить" }).click();
  const choose = async (field: string, option: RegExp) => {
    await page.getByLabel(field, { exact: true }).first().click();
    await page.getByRole("option", { name: option }).click();
  };

  it("is taken from the list, read, and carried to other years under a name of its own", async () => {
    await page.goto("/programmes");
    await page.getByRole("link", { name: "Взять шаблон" }).click();
    await arrive(/Шаблоны программ/);
    await page.getByRole("link", { name: "Школы-партнёры" }).waitFor();
    await expectSoundPage(page);
    await page.getByRole("searchbox").fill("нет такого");
    await page.getByText("Таких шаблонов нет").waitFor();
    await page.getByRole("searchbox").fill("низкими");
    await page.getByRole("link", { name: /Поддержка школ с\s+низкими/ }).click();
    await arrive(/Поддержка школ с\s+низкими/);
    await page.getByText("до 01.03.2022").waitFor();
    await expectSoundPage(page);

    await page.getByRole("link", { name: "Взять за основу" }).click();
    await arrive(/Название и\s+годы/);
    await page.getByLabel("Название", { exact: true }).fill("");
    await goOn();
    await page.getByText("Назовите программу.").waitFor();
    await page.getByLabel("Название", { exact: true }).fill(name);
    await choose("Первый год", /^2023$/);
    await choose("Сколько лет", /^2\s+года$/);
    await page.getByRole("link", { name: "К шаблону" }).click();
    await page.getByRole("button", { name: "Начать заново" }).waitFor();
    await page.getByRole("link", { name: "Продолжить" }).click();
    await page.getByText(/с\s+1\s+января 2023 года по\s+31\s+декабря 2024/).waitFor();
    await expectSoundPage(page);
    await goOn();
  });

  it("says who is who here, and how many that is", async () => {
    await arrive(/Кто есть кто/);
    await page.getByText(/сейчас 3\s+школы/).waitFor();
    await choose("МЦ", /^все стажировочные площадки$/);
    await page.getByText(/сейчас 1\s+школа/).waitFor();
    await expectSoundPage(page);
    await goOn();
  });

  it("leaves a section out, and keeps all that was said over a reload", async () => {
    await arrive(/Какие мероприятия взять/);
    await page.getByText("до 01.03.2023").waitFor();
    await page.getByRole("checkbox", { name: /^5\. Условия/ }).uncheck();
    await page.getByText(/Отмечено\s+21\s+из\s+24/).waitFor();
    await expectSoundPage(page);
    await goOn();
    await arrive(/Проверьте, что получится/);
    await page.getByText(/21\s+мероприятие в\s+4\s+разделах, 2023–2024/).waitFor();
    await page.reload();
    await arrive(/Проверьте, что получится/);
    const answers = await page.locator("dl.who-answers").innerText();
    for (const said of [name, "2023–2024", "все стажировочные площадки", "взято 21 из 24", "5.1, 5.2, 5.3"])
      expect(answers.replace(/\s/g, " ")).toContain(said);
    await expectSoundPage(page);
    await page.getByRole("button", { name: "Создать черновик программы" }).click();
  });

  it("is a draft with its measures", async () => {
    await page.waitForURL(/\/programmes\/.+\/measures$/);
    await arrive(new RegExp(name));
    await page.getByText("до 01.03.2023").first().waitFor();
    await page.getByText(/Привлечь учеников к\s+олимпиадам/).waitFor();
    expect(await page.getByText(/Предусмотреть средства/).count()).toBe(0);
  });

  it("is kept as a template, found among one's own, put away and brought back", async () => {
    await page
      .getByRole("button", { name: /^Ещё(\s\d+)?$/ })
      .filter({ visible: true })
      .first()
      .click();
    await page.getByRole("menuitem", { name: "Сохранить как шаблон" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Для чего").fill(`Проверено: ${name}`);
    await dialog.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("dialog", { name: "Шаблон сохранён" }).getByRole("link").click();
    await arrive(new RegExp(name));
    await page.getByText(/Привлечь учеников к\s+олимпиадам/).waitFor();
    await expectSoundPage(page);

    const own = page.getByRole("list", { name: "Ваши шаблоны" }).getByRole("listitem").filter({ hasText: name });
    await page.goto("/templates");
    await own.first().waitFor();
    await expectSoundPage(page);
    await own
      .getByRole("button", { name: /Убрать шаблон/ })
      .first()
      .click();
    await own.first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Отменить" }).click();
    await own.first().waitFor();
  });
});
