import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  type Response,
} from "playwright-core";
import { afterEach, expect, inject } from "vitest";
import { FACTS_ELEMENT } from "#shared/first-picture.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The two widths every screen is judged at. */
export const WIDTHS = { desktop: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Width = keyof typeof WIDTHS;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env["ORIENTIR_CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS });
}

/** How long the work of the program's worker is waited for: on a slow machine it has that of other tests before it. */
export const PATIENCE_MS = 90_000;

/** The answer to what `act` sends to the program: the first write that fits. */
export async function answered(
  page: Page,
  fits: (answer: Response) => boolean,
  act: () => Promise<unknown>,
): Promise<Response> {
  const awaited = page.waitForResponse((answer) => answer.request().method() !== "GET" && fits(answer), {
    timeout: PATIENCE_MS,
  });
  const [answer] = await Promise.all([awaited, act()]);
  return answer;
}

/**
 * Presses a link until its page is open: while figures of a deed just done still come, the page may move between the finger's two touches,
 * and whoever pressed presses again.
 */
export async function follow(link: Locator): Promise<void> {
  const address = await link.evaluate((element) => (element as HTMLAnchorElement).href);
  const page = link.page();
  await expect
    .poll(
      async () => {
        if (page.url() !== address) await link.click();
        return page.url();
      },
      { timeout: PATIENCE_MS, interval: 1000 },
    )
    .toBe(address);
}

const openPages = new Set<Page>();

/** What pages asked for since the suite began, and whatever of it went to another server than the program's own. */
export const asked = { requests: 0, foreign: [] as string[] };

/** Every request of every browser test goes to the program itself: the pages of a public body hand nothing to third parties. */
afterEach(() => expect(asked.foreign).toEqual([]));

/** A test that failed tells what its pages showed at that moment. */
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await Promise.all([...openPages].map(tellPage));
});

/** What the page shows goes to the output of the suite. */
export async function tellPage(page: Page): Promise<void> {
  const shown = await page
    .locator("body")
    .innerText({ timeout: 2000 })
    .catch(() => "nothing");
  console.error(`${page.url()} shows:\n${shown}`);
}

/** A page of the program that the suite runs, or of the one at `home`, «http://127.0.0.1:40123». */
export async function openPage(
  browser: Browser,
  width: Width,
  home: string = inject("baseUrl"),
  more: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: WIDTHS[width],
    baseURL: home,
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    acceptDownloads: true,
    // what fades in is judged as it stands in the end
    reducedMotion: "reduce",
    ...more,
  });
  // long enough for a slow machine: nothing here measures time
  context.setDefaultTimeout(60_000);
  const own = new URL(home).origin;
  context.on("request", (request) => {
    asked.requests += 1;
    const { origin, protocol } = new URL(request.url());
    // data: and blob: are made by the page itself and leave it nowhere
    if (origin !== own && protocol !== "data:" && protocol !== "blob:") asked.foreign.push(request.url());
  });
  const page = await context.newPage();
  openPages.add(page);
  page.on("close", () => openPages.delete(page));
  page.on("pageerror", (fault) => {
    throw fault;
  });
  return { context, page };
}

/** Who leaves keeps the language of the pages. */
export const ALL_BUT_LANGUAGE = { name: /^(?!orientir_language$)/ };

/**
 * A person of the demo is signed in, by the short name with ordinary spaces: «Н. А. Ветрова». The page stays where it is; the click on
 * the name is tried by a test of its own.
 */
export async function signInAs(page: Page, shortName: string): Promise<void> {
  await page.context().clearCookies(ALL_BUT_LANGUAGE);
  const { groups } = (await (await page.request.get("/api/demo")).json()) as {
    groups: { people: { accountId: string; shortName: string }[] }[];
  };
  const found = groups
    .flatMap(({ people }) => people)
    .find((one) => one.shortName.replaceAll(/\s+/gu, " ") === shortName);
  if (!found) throw new Error(`there is no ${shortName} in the demonstration`);
  const entered = await page.request.post("/api/demo/session", {
    data: { accountId: found.accountId },
    headers: { "x-orientir": "1" },
  });
  expect(entered.status()).toBe(200);
}

/** A person of the demo stands on their first page. */
export async function enterAs(page: Page, shortName: string): Promise<void> {
  await signInAs(page, shortName);
  await page.goto("/");
  await expectEntered(page);
}

/** The sign-in page has no navigation, every first page of a person has; what the server drew is taken over by the code. */
export async function expectEntered(page: Page): Promise<void> {
  await page.locator(`#${FACTS_ELEMENT}`).waitFor({ state: "detached" });
  await page.getByRole("navigation", { name: "Разделы" }).filter({ visible: true }).waitFor();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Fonts have come, nothing moves or fades, and what was drawn last is on the screen. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    );
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** No accessibility fault, no horizontal overflow, no clipped text on the page as it stands. */
export async function expectSoundPage(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(await readFile(axePath, "utf8"));
  const faults = await page.evaluate(async () => {
    const found = await (
      globalThis as unknown as {
        axe: {
          run: (
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run({ resultTypes: ["violations"] });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join(" | ")}`,
    );
  });
  expect(faults.join("\n"), `axe on ${page.url()}`).toBe("");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `horizontal overflow on ${page.url()}`).toBeLessThanOrEqual(0);
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")]
      .filter(
        (element) =>
          // a line cut short, by itself or by what holds it; what is for screen readers alone is a pixel wide
          element.textContent!.trim() !== "" &&
          ["hidden", "clip"].includes(getComputedStyle(element).overflowX) &&
          element.clientWidth > 2 &&
          element.scrollWidth > element.clientWidth + 1,
      )
      .map((element) => element.textContent!.trim().slice(0, 60)),
  );
  expect(clipped.join("\n"), `clipped text on ${page.url()}`).toBe("");
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main :is(a, button, p, li, td, th, span, h2, h3)")]
      .filter((element) => {
        const region = element.closest<HTMLElement>("section, .tb-scroll");
        if (!region || getComputedStyle(region).overflowX === "visible") return false;
        // a region rolls to the right: what stands before its left edge is never seen
        const at = element.getBoundingClientRect().left + region.scrollLeft;
        return element.checkVisibility() && element.clientWidth > 2 && at < region.getBoundingClientRect().left - 1;
      })
      .map((element) => element.textContent!.trim().slice(0, 60))
      .filter((text) => text !== ""),
  );
  expect(hidden.join("\n"), `text before the left edge on ${page.url()}`).toBe("");
}
