import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectEntered, signInAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";
import { readPlaces, type Places } from "../gallery/places.ts";

interface Screen {
  readonly name: string;
  readonly path: (places: Places) => string;
  /** words that only this page can say of the demo, after its title */
  readonly says: RegExp;
  /** an address of the same page that has nothing to show, and what it says then */
  readonly empty?: { readonly search: string; readonly says: RegExp };
}

const at = (path: string) => () => path;

/** The pages of an officer, each with what it must say of the demo district. */
const OFFICERS: readonly Screen[] = [
  { name: "officer's home", path: at("/today"), says: /просрочили/ },
  {
    name: "queue of reports",
    path: at("/reports"),
    says: /ждут\s+вашего решения/,
    empty: { search: "?q=нет-такого", says: /Ничего не нашлось/ },
  },
  {
    name: "programmes",
    path: at("/programmes"),
    says: /Поддержка школ/,
    empty: { search: "?q=нет-такой", says: /Таких программ нет/ },
  },
  { name: "new programme", path: at("/programmes/new"), says: /Название/ },
  { name: "passport", path: ({ programme }) => programme, says: /Цель/ },
  { name: "passport being edited", path: ({ programme }) => `${programme}/edit`, says: /Какие годы считать/ },
  {
    name: "table of measures",
    path: ({ programme }) => `${programme}/measures`,
    says: /Отбор школ для\s+адресного/,
    empty: { search: "?q=нет-такого", says: /нет|Ничего/ },
  },
  { name: "execution", path: ({ programme }) => `${programme}/execution`, says: /С\s+просрочкой стоят сверху/ },
  { name: "report on paper", path: ({ programme }) => `${programme}/report`, says: /Скачать Word/ },
  { name: "papers of a programme", path: ({ programme }) => `${programme}/papers`, says: /Приказ/ },
  { name: "history of a programme", path: ({ programme }) => `${programme}/history`, says: /2021|20\d\d/ },
  { name: "measure", path: ({ measure }) => measure, says: /не реже/i },
  {
    name: "taking a document in",
    path: at("/imports"),
    says: /до\s30\sМБ/,
    empty: { search: "?q=нет-такого", says: /Такого документа нет/ },
  },
  {
    name: "organisations",
    path: at("/organisations"),
    says: /СОШ\s№\s3/,
    empty: { search: "?q=нет-такой", says: /нет|Ничего/i },
  },
  { name: "organisation", path: ({ organisation }) => organisation, says: /ШНОР|низкими/ },
  {
    name: "history of an organisation",
    path: ({ organisation }) => `${organisation}?history=${organisation.split("/").at(-1)!}`,
    says: /Изменений пока не было|Изменены сведения/,
  },
  { name: "organisations from Excel", path: at("/organisations/import"), says: /Excel/ },
  { name: "staff from Excel", path: at("/people/import"), says: /Excel/ },
  {
    name: "people",
    path: at("/people"),
    says: /Ветрова/,
    empty: { search: "?q=нет-такого", says: /нет|Никого|Ничего/i },
  },
  { name: "person", path: ({ person }) => person, says: /Северова/ },
  { name: "dictionary", path: at("/dictionary"), says: /ШНОР/ },
  { name: "school calendar", path: at("/school-calendar"), says: /четверть/i },
  {
    name: "papers",
    path: at("/papers"),
    says: /Приказ/,
    empty: { search: "?q=нет-такого", says: /нет|Ничего/i },
  },
  { name: "new paper", path: at("/papers/new"), says: /Номер/ },
  { name: "paper", path: ({ paper }) => paper, says: /412/ },
  { name: "late list", path: at("/progress/late"), says: /СОШ\s№/ },
  {
    name: "rows behind a figure",
    path: ({ territory }) => `/progress/rows?territoryId=${territory}`,
    says: /\d+ отч[её]т/,
  },
  { name: "notices", path: at("/notices"), says: /отч[её]т|срок/i },
  { name: "password", path: at("/password"), says: /парол/i },
  { name: "an address that leads nowhere", path: at("/net-takoy"), says: /Ваши данные на месте/ },
  {
    name: "a programme that is not there",
    path: ({ territory }) => `/programmes/${territory}/${territory}`,
    says: /не открылась/,
  },
];

/** A page stands whole: its words are there whatever spaces are set between them, and it is sound. */
async function expectShown(page: Page, path: string, says: RegExp): Promise<void> {
  await page.goto(path);
  await page
    .getByText(new RegExp(says.source.replace(/ /g, "\\s+"), says.flags))
    .filter({ visible: true })
    .first()
    .waitFor();
  await expect.poll(() => page.locator(".bones").count()).toBe(0);
  await expectSoundPage(page);
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("screens, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  let places: Places;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await signInAs(page, "Н. А. Ветрова");
    places = await readPlaces(page);
  });
  afterAll(() => context.close());

  it.each(OFFICERS)("$name", async ({ path, says, empty }) => {
    const address = path(places);
    await expectShown(page, address, says);
    if (empty) await expectShown(page, `${address}${empty.search}`, empty.says);
  });

  it("the heat map: each cell opens the rows it counts", async () => {
    await page.goto(`${places.programme}/execution`);
    const late = page.locator("table.heat .h-late a, .h-late a").first();
    const counted = Number(/^\d+/.exec(await late.locator("> span").last().innerText())![0]);
    await late.click();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForURL(/\/progress\/rows/);
    await expect.poll(() => page.locator("main .row, main tbody tr").count()).toBeGreaterThanOrEqual(counted);
    await expectSoundPage(page);
  });

  it("a home of the region, and its municipalities", async () => {
    const region = await openPage(browser, width);
    await signInAs(region.page, "А. Л. Седов");
    await expectShown(region.page, "/region", /муниципалитет/);
    await expectShown(region.page, "/territories", /Приозёрский/);
    await region.context.close();
  });

  it("how the installation stands, and the journal, for the administrator", async () => {
    const administrator = await openPage(browser, width);
    await signInAs(administrator.page, "В. П. Климова");
    await expectShown(administrator.page, "/installation", /Резервных копий нет/);
    await expectShown(administrator.page, "/journal", /Записи нельзя ни исправить, ни убрать/);
    await administrator.context.close();
  });

  it("a school's home: three groups by urgency, filled buttons only where it is late", async () => {
    const school = await openPage(browser, width);
    await signInAs(school.page, "Е. М. Северова");
    await expectShown(school.page, "/todo", /Просрочено/);
    const late = school.page.getByRole("list", { name: "Просрочено" });
    expect(await late.locator("a.btn:not(.p)").count()).toBe(0);
    expect(await school.page.getByRole("list", { name: "Скоро" }).locator("a.btn.p").count()).toBe(0);
    await expectShown(school.page, "/notices", /отч[её]т|срок/i);
    await school.context.close();
  });

  it("sign-in: people of the demo, a wrong password said in words and the login kept; a dead link", async () => {
    const stranger = await openPage(browser, width);
    await expectShown(stranger.page, "/sign-in", /Пароль не нужен/);
    await stranger.page
      .getByRole("button", { name: "Войти по логину и паролю" })
      .or(stranger.page.getByRole("link", { name: "Войти по логину и паролю" }))
      .click();
    await stranger.page.getByLabel("Логин").fill("vetrova");
    await stranger.page.getByLabel("Пароль", { exact: true }).fill("не тот пароль");
    await stranger.page.getByRole("button", { name: "Войти", exact: true }).click();
    await stranger.page.getByRole("alert").first().waitFor();
    expect(await stranger.page.getByLabel("Логин").inputValue()).toBe("vetrova");
    await expectSoundPage(stranger.page);
    await expectShown(stranger.page, `/link/${"a".repeat(43)}`, /Ссылка больше не действует/);
    await stranger.context.close();
  });

  it("an inner page asks a stranger to sign in, which is one click in the demonstration, and opens", async () => {
    const stranger = await openPage(browser, width);
    await stranger.page.goto("/reports");
    await stranger.page.getByText(/Пароль\sне\sнужен/).waitFor();
    expect(new URL(stranger.page.url()).pathname).toBe("/sign-in");
    const name = /Н\.\sА\.\sВетрова/;
    await stranger.page.getByRole("button", { name }).or(stranger.page.getByRole("link", { name })).first().click();
    await expectEntered(stranger.page);
    expect(new URL(stranger.page.url()).pathname).toBe("/reports");
    await stranger.context.close();
  });
});
