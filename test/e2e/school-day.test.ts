import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, expectSoundPage, launchBrowser, openPage, PATIENCE_MS, type Width } from "../support/browser.ts";
import { docx, p } from "../support/docx-builder.ts";
import { enterAsLeader, givenSmallPlan, type SmallPlan } from "./own-small-plan.ts";

let browser: Browser;
let plan: SmallPlan;
beforeAll(async () => {
  browser = await launchBrowser();
  const { context, page } = await openPage(browser, "desktop");
  plan = await givenSmallPlan(page);
  await context.close();
}, PATIENCE_MS * 2);
afterAll(() => browser.close());

async function entered(width: Width) {
  const opened = await openPage(browser, width);
  await enterAsLeader(opened.page);
  return opened;
}

const ofNow = () => plan.rows.find((row) => row.measureTitle === "Летопись года" && row.occurrence === "2021 год")!;

/** A column as Excel hands it over. */
const paste = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field, copied) => {
    const data = new DataTransfer();
    data.setData("text/plain", copied);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

describe("small things of a school, desktop", () => {
  it("are ticked and reported in one go, taken back for a minute, and «back» shows no stale form", async () => {
    const { context, page } = await entered("desktop");
    await page.goto("/todo");
    await page.getByRole("link", { name: "Отметить сделанное списком" }).click();
    const ticks = page.getByRole("list", { name: "Мероприятия" }).getByRole("checkbox");
    await expect.poll(() => ticks.count()).toBe(3);
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    await page.getByRole("button", { name: "Отметить выполненными: 2" }).click();
    await page.getByRole("alert").getByText("Напишите, что сделано").waitFor();
    await page.getByLabel("Что сделано").fill("Провели в группах");
    await expectSoundPage(page);
    await answered(
      page,
      (answer) => answer.url().endsWith("/api/reports/together"),
      () => page.getByRole("button", { name: "Отметить выполненными: 2" }).click(),
    );
    await page.waitForURL("**/todo");
    await page.goBack();
    await expect.poll(() => ticks.count()).toBe(1);
    expect(await ticks.first().isChecked()).toBe(false);
    await page.getByRole("button", { name: "Отменить" }).click();
    await expect.poll(() => page.getByText("Отозвано: 2").count()).toBe(1);
    await context.close();
  });
});

describe("a report on a phone whose clock is fourteen years ahead", () => {
  it("begins with last year's words, takes a copied column, goes on with a file after a lost line, and is read after it is sent", async () => {
    const { context, page } = await entered("phone");
    await page.addInitScript(() => {
      const Real = Date;
      const ahead = 14 * 365 * 86_400_000;
      globalThis.Date = class extends Real {
        constructor(...given: []) {
          super(...(given.length > 0 ? given : ([Real.now() + ahead] as unknown as [])));
        }
        static override now = () => Real.now() + ahead;
      } as DateConstructor;
    });
    await page.goto(`/todo/${plan.territoryId}/${ofNow().id}`);
    const text = page.getByLabel("Что сделано");
    await page.getByRole("button", { name: /^Взять за основу отчёт за 2020 год$/ }).click();
    await expect.poll(() => text.inputValue()).toContain("летопись за год");
    await page.getByText("в прошлый раз 26 из").waitFor();
    // told by the clock of the server: the device stands years ahead, at the same hour of another day
    await page.getByText(/Черновик сохранён в\s09:\d\d/).waitFor();
    const check = page.getByRole("button", { name: "Проверить и отправить" });
    await check.click();
    await page.getByRole("alert").getByText("взят из прошлого отчёта").waitFor();
    await page.getByRole("button", { name: "Всё так и было, оставить текст" }).click();

    await paste(page, "Встречи, факт", "1\n2\n3\n4");
    await page.getByRole("alert").getByText("Ничего не изменилось").waitFor();
    await paste(page, "Встречи, факт", "4\n27\t30\n");
    await expect.poll(() => page.getByLabel("Дети: сколько всего").inputValue()).toBe("30");
    expect(await page.getByLabel("Встречи, факт").inputValue()).toBe("4");

    await page.getByLabel("Когда выполнено").fill("09.12.2021");
    await page.keyboard.press("Tab");
    expect(await page.getByLabel("Снять камерой").getAttribute("capture")).toBe("environment");
    await sendLong(page);
    await page.getByRole("button", { name: "Посмотреть Летопись.docx" }).click();
    await page.getByRole("region", { name: "Текст файла Летопись.docx" }).getByText("Страница 1 ").waitFor();
    await expectSoundPage(page);
    await page.keyboard.press("Escape");

    await check.click();
    await answered(
      page,
      (answer) => answer.url().endsWith("/submit"),
      () => page.getByRole("button", { name: "Отправить отчёт" }).click(),
    );
    await page.waitForURL("**/todo");
    await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
    await page.goBack();
    // the report as it was sent, not the form it was written in
    await page.waitForURL("**/reports/**");
    await page.getByText("на проверке").first().waitFor();
    await expectSoundPage(page);
    await context.close();
  });

  /** a file of several parts, the second of which meets a dead line */
  async function sendLong(page: Page): Promise<void> {
    let cut = 0;
    await page.route("**/api/uploads/**offset=262144", async (route) => {
      cut += 1;
      return cut === 1 ? route.abort("connectionreset") : route.continue();
    });
    const offsets: string[] = [];
    page.on("request", (asked) => {
      const offset = new URL(asked.url()).searchParams.get("offset");
      if (asked.method() === "PUT" && offset !== null) offsets.push(offset);
    });
    const words = Array.from({ length: 30_000 }, (_, at) => `${at} ${(at * 7919).toString(36)}${Math.random()}`);
    const buffer = Buffer.from(docx([p("Страница 1 летописи"), ...words.map((word) => p(word))]));
    expect(buffer.length).toBeGreaterThan(262_144 * 1.5);
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    await page.getByLabel("Выбрать файл").setInputFiles({ name: "Летопись.docx", mimeType, buffer });
    await page.getByText("Загружен", { exact: true }).waitFor({ timeout: PATIENCE_MS });
    expect(cut).toBeGreaterThan(1);
    // what had come was not sent again
    expect(offsets.filter((offset) => offset === "0")).toHaveLength(1);
  }
});

describe.each<Width>(["desktop", "phone"])("the work of an organisation, %s", (width) => {
  it("is seen by programme, by person and by year", async () => {
    const { context, page } = await entered(width);
    await page.goto("/our-work");
    await page.getByRole("region", { name: "По программам" }).waitFor();
    await expectSoundPage(page);
    await page.getByRole("link", { name: "Кто чем занят" }).click();
    await page.getByRole("heading", { name: /Никому не передано/ }).waitFor();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Передать: 1" }).waitFor();
    await expectSoundPage(page);
    await page.getByRole("link", { name: "История отчётов" }).click();
    await page.getByRole("link", { name: "Летопись года" }).first().waitFor();
    await expectSoundPage(page);
    await context.close();
  });
});
