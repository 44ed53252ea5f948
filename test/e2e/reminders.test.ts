import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, expectSoundPage, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("how the product reaches people, %s", (width) => {
  it("a head chooses a weekly letter, has a calendar read by a link, and ends the link", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Е. М. Северова");
    await page.goto("/letters");
    const weekly = page.getByRole("radio", { name: /Раз в неделю/ });
    await weekly.check();
    await expectSoundPage(page);
    const save = page.getByRole("button", { name: "Сохранить" });
    await answered(
      page,
      (reply) => reply.url().endsWith("/api/letter-choice") && reply.ok(),
      () => save.click(),
    );
    await page.reload();
    await weekly.waitFor();
    expect(await weekly.isChecked()).toBe(true);

    // on the second width there is the link that the first one left
    await page.getByRole("button", { name: /^Сделать (новую )?ссылку$/ }).click();
    const shown = page.locator(".link-made");
    await shown.waitFor();
    await expectSoundPage(page);
    const address = await shown.innerText();
    // whoever holds the link is nobody to the program
    const stranger = await browser.newContext();
    const feed = await stranger.request.get(address);
    expect([feed.status(), feed.headers()["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Просрочено: [^]*END:VCALENDAR\r\n$/);

    await page.getByRole("button", { name: "Отозвать ссылку" }).click();
    await page.getByText("Ссылки пока нет").waitFor();
    expect((await stranger.request.get(address)).status()).toBe(404);
    await page.getByRole("button", { name: "Сделать ссылку" }).click();
    await shown.waitFor();
    expect(await shown.innerText()).not.toBe(address);
    await stranger.close();
    await context.close();
  });

  it("an officer sets when the municipality reminds and sees what it means; a fault stands at its field", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    await page.goto("/reminders");
    const first = page.getByRole("textbox", { name: "Первое напоминание: за сколько дней" });
    await first.waitFor();
    await expectSoundPage(page);
    const rows = page.locator(".ladder li");
    const before = await rows.first().innerText();
    await first.fill("1");
    const save = page.getByRole("button", { name: "Сохранить" });
    const saved = (status: number) =>
      answered(
        page,
        (reply) => reply.url().includes("/api/reminder-rules/") && reply.status() === status,
        () => save.click(),
      );
    await saved(422);
    await page.getByText("Число дней – от 2 до 60.").waitFor();
    await expectSoundPage(page);
    const days = width === "desktop" ? "5" : "6";
    await first.fill(days);
    expect(await rows.first().innerText()).not.toBe(before);
    await saved(200);
    await page.reload();
    await first.waitFor();
    expect(await first.inputValue()).toBe(days);
    await context.close();
  });
});
