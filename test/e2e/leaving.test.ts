import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { enterAs, signInAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The way out, one press from any page: at the foot of the navigation, in «Ещё» of a phone, in the head of a page without both. */
async function openWayOut(page: Page, width: Width) {
  const own = page.getByRole("button", { name: /^Меню: / });
  const foot =
    width === "desktop"
      ? page.locator("nav button.me")
      : page.locator("nav.foot").getByRole("button", { name: /^Ещё(\s\d+)?$/ });
  // while a page comes its foot may give way to a bar of its own
  const way = own.or(foot).filter({ visible: true }).first();
  await vi.waitFor(() => way.click({ timeout: 2000 }), { timeout: 60_000 });
  return page.getByRole("button", { name: "Выйти", exact: true });
}

/** What the browser still holds of ours: drafts and choices. How far a page was rolled and its colours say nothing of anybody. */
const keptHere = (page: Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => name.startsWith("orientir/")),
  );

describe("a field for a password", () => {
  it.each([
    ["of the page of sign-in", "/sign-in", "current-password"],
    ["of one's own page, the present one", "/password", "current-password"],
    ["of one's own page, the new one", "/password", "new-password"],
  ])(
    "%s hides what is typed, takes what is pasted and what a password manager fills, and shows on a press",
    async (_, path, kind) => {
      const { context, page } = await openPage(browser, "phone");
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      if (path === "/sign-in") {
        await page.goto(path);
        await page.getByText("Войти по логину и паролю").click();
      } else {
        await signInAs(page, "Н. А. Ветрова");
        await page.goto(path);
      }
      const field = page.locator(`input[autocomplete="${kind}"]`);
      expect(await field.getAttribute("type")).toBe("password");
      // a manager knows whose password it is by the field of the login in the same form
      expect(
        await field.evaluate(
          (input) => (input as HTMLInputElement).form!.querySelector("input[autocomplete=username]") !== null,
        ),
      ).toBe(true);
      const phrase = "  Пароль из менеджера №1, длиннее шестидесяти четырёх знаков, с пробелами по краям  ";
      await page.evaluate((text) => navigator.clipboard.writeText(text), phrase);
      await field.focus();
      await page.keyboard.press("Control+V");
      expect(await field.inputValue()).toBe(phrase);
      const show = field.locator("xpath=..").getByRole("button");
      await show.click();
      expect(await field.getAttribute("type")).toBe("text");
      await show.click();
      expect(await field.getAttribute("type")).toBe("password");
      await context.close();
    },
  );
});

describe("leaving", () => {
  it.each<Width>(["desktop", "phone"])("is one press away from every kind of page, %s", async (width) => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    const { places } = (await (await page.request.get("/api/session")).json()) as { places: { territoryId: string }[] };
    const waiting = `/imports/${places[0]!.territoryId}/00000000-0000-7000-8000-000000000000`;
    for (const path of ["/today", "/programmes", "/programmes/new", "/people", "/my-data", "/net-takoy", waiting]) {
      await page.goto(path);
      const wayOut = await openWayOut(page, width);
      await expect.poll(() => wayOut.isVisible(), { message: path }).toBe(true);
    }
    await context.close();
  });

  it("takes drafts along after asking, from other pages too, and «back» brings nothing up", async () => {
    const { context, page } = await openPage(browser, "desktop");
    // «back» leads to a page of the program
    await enterAs(page, "Н. А. Ветрова");
    await page.goto("/programmes/new");
    await page.getByLabel("Название", { exact: true }).first().fill("Черновик, который не должен остаться");
    await expect.poll(() => keptHere(page)).toEqual([expect.stringMatching(/^orientir\/draft\//)]);
    const beside = await context.newPage();
    await beside.goto("/people");
    await beside
      .getByText(/Северова/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await (await openWayOut(page, "desktop")).click();
    await page.getByText(/Черновиков на этом устройстве: 1\. .*Сохранённое в программе останется/).waitFor();
    await expectSoundPage(page);
    await page.getByRole("button", { name: "Выйти и удалить" }).click();
    await page.waitForURL(/\/sign-in/);
    expect((await keptHere(page)).filter((name) => !name.startsWith("orientir/left"))).toEqual([]);
    await beside.waitForURL(/\/sign-in/);
    expect(await beside.getByText(/Северова\s+Елена/).count()).toBe(0);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.getByText("Черновик, который не должен остаться").count()).toBe(0);
    expect((await page.request.get("/api/session")).status()).toBe(401);
    await context.close();
  });

  it("without the server clears this device, and ends the session when it is there again", async () => {
    const { context, page } = await openPage(browser, "phone");
    await signInAs(page, "Н. А. Ветрова");
    await page.goto("/programmes/new");
    await page.getByLabel("Название", { exact: true }).first().fill("Черновик без связи");
    await expect.poll(() => keptHere(page)).toEqual([expect.stringMatching(/^orientir\/draft\//)]);
    await context.route("**/api/session", (route) =>
      route.request().method() === "DELETE" ? route.abort("connectionrefused") : route.continue(),
    );
    await (await openWayOut(page, "phone")).click();
    const leave = page.getByRole("button", { name: "Выйти и удалить" });
    await leave.waitFor();
    // asked below the last line of a sheet as high as the screen, and seen whole without rolling it
    for (const part of [page.getByText(/Черновиков на этом устройстве: 1/), leave])
      await expect
        .poll(async () => {
          const box = (await part.boundingBox())!;
          return box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
        })
        .toBe(true);
    await leave.click();
    await expect.poll(() => keptHere(page), { timeout: 60_000 }).toEqual(["orientir/left"]);
    const unheard = async () => (await context.cookies()).some(({ name }) => name === "orientir_unheard");
    expect(await unheard()).toBe(true);
    expect((await page.request.get("/api/session")).status()).toBe(200);
    // everything but that is answered again: nothing of theirs comes up
    await page.getByRole("heading", { name: "Выход не завершён", level: 1 }).waitFor();
    await expectSoundPage(page);
    await page.goto("/today");
    await page.getByRole("heading", { name: "Выход не завершён", level: 1 }).waitFor();
    await context.unroute("**/api/session");
    await page.getByRole("button", { name: "Повторить" }).click();
    await page.waitForURL(/\/sign-in/);
    expect((await page.request.get("/api/session")).status()).toBe(401);
    expect(await keptHere(page)).toEqual(["orientir/left"]);
    expect(await unheard()).toBe(false);
    await context.close();
  });
});
