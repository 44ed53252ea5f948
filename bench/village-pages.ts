import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { ProgrammeList } from "../src/features/programmes/model/seen.ts";
import { startBuilt } from "./built-server.ts";
import type { Figure } from "./figure.ts";
import { BENCH_NOW, type Ground } from "./ground.ts";
import { officerOf } from "./officer.ts";
import { slowBrowser, throttle } from "./slow-line.ts";
import { median } from "./timing.ts";

/** A page, whose it is, and from where people come to it within the product. */
interface Looked {
  readonly name: string;
  readonly role: string;
  readonly path: string;
  readonly from: string;
}

interface Opened {
  readonly ms: number;
  readonly bytes: number;
}

const ROUNDS = 3;
const LONGEST_MS = 120_000;

/** A page rests when nothing has come to it for so long: also the code of the pages that it leads to, which comes when it is drawn. */
const REST_MS = 1500;

/*
 * Notes when the page at the address stands there whole and drawn, nothing of it still coming, free to follow a press. Text, because the page
 * knows types of its own.
 */
const USABLE = `(path) => new Promise((done) => {
  const whole = () => document.readyState !== "loading" && !document.querySelector("main .bones");
  const holds = () => location.pathname === path && document.querySelector("main h1:not([data-left]), #end") && whole();
  const look = () => holds() ? requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)) : requestAnimationFrame(look);
  look();
})`;

/** P11: three pages on a village line, opened on a new device and come to from another page, each against one document of as many bytes. */
export async function villagePages(ground: Ground): Promise<readonly Figure[]> {
  const url = await ground.world(ground.large);
  const server = await startBuilt(ground, {
    DATABASE_URL: url,
    ORIENTIR_DATA: join(ground.folder, "pages"),
    ORIENTIR_NOW: BENCH_NOW.toISOString(),
    // the world is kept: nothing is done in it but reading
    ORIENTIR_WORKER: "apart",
  });
  const browser = await slowBrowser();
  try {
    const figures: Figure[] = [];
    for (const page of await pagesOf(url, server.address)) {
      const { cookie } = await officerOf(url, { role: page.role });
      const of = { browser, address: server.address, cookie, page };
      const first = await rounds(of, firstLoad);
      const within = await rounds(of, navigation);
      figures.push(figure(page, "первое открытие", first), figure(page, "переход внутри программы", within));
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function pagesOf(url: string, address: string): Promise<readonly Looked[]> {
  const { territoryId, cookie } = await officerOf(url);
  const listed = await fetch(`${address}/api/programmes?territoryId=${territoryId}`, { headers: { cookie } });
  // one that the list leads to at once
  const [first] = ((await listed.json()) as ProgrammeList).items;
  return [
    { name: "главная школы", role: "deputy", path: "/todo", from: "/calendar" },
    { name: "главная специалиста", role: "officer", path: "/today", from: "/programmes" },
    {
      name: "программа",
      role: "officer",
      path: `/programmes/${territoryId}/${first!.id}/measures`,
      from: "/programmes",
    },
  ];
}

interface Place {
  readonly browser: Browser;
  readonly address: string;
  readonly cookie: string;
  readonly page: Looked;
}

/** Ours and the limit in turns; the limit has the bytes of ours just seen. */
async function rounds(of: Place, open: (of: Place) => Promise<Opened>): Promise<{ ours: Opened; limit: Opened }> {
  const [ours, limit]: [Opened[], Opened[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await open(of);
    ours.push(opened);
    limit.push(await bareDocument(of.browser, opened.bytes));
  }
  const middle = (all: readonly Opened[]) => ({
    ms: median(all.map(({ ms }) => ms)),
    bytes: median(all.map(({ bytes }) => bytes)),
  });
  return { ours: middle(ours), limit: middle(limit) };
}

function figure({ name }: Looked, how: string, { ours, limit }: { ours: Opened; limit: Opened }): Figure {
  return {
    id: "P11",
    name: `${name} на сельской линии, ${how}`,
    unit: "с",
    ours: ours.ms / 1000,
    limit: limit.ms / 1000,
    limitName: "один документ стольких же байт",
    goal: { most: 1.5 },
    seen: { "передано, КиБ": ours.bytes / 1024 },
  };
}

async function device({ browser, address, cookie }: Place): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const [name, value] = cookie.split("=") as [string, string];
  await context.addCookies([{ name, value, url: address }]);
  return context;
}

/** On a device that has never seen the product; ms from the address being asked. */
async function firstLoad(of: Place): Promise<Opened> {
  const context = await device(of);
  const page = await context.newPage();
  const { bytes } = await throttle(await context.newCDPSession(page));
  await page.goto(`${of.address}${of.page.path}`, { waitUntil: "commit" });
  const ms = await usable(page, of.page.path);
  const opened = { ms, bytes: bytes.all };
  await context.close();
  return opened;
}

/** From another page of the product that has come to rest; ms from the press of the link. */
async function navigation(of: Place): Promise<Opened> {
  const context = await device(of);
  const page = await context.newPage();
  const rested = restOf(page);
  await page.goto(`${of.address}${of.page.from}`);
  const link = page.locator(`a[href="${of.page.path}"]`).first();
  await link.waitFor();
  await rested();
  const { bytes } = await throttle(await context.newCDPSession(page));
  // the heading that stands there now is not the one that is waited for
  await page
    .locator("main h1")
    .evaluate((one) => ((one as unknown as { dataset: Record<string, string> }).dataset["left"] = ""));
  const pressed = await link.evaluate((one) => {
    const now = performance.now();
    (one as unknown as { click(): void }).click();
    return now;
  });
  const ms = (await usable(page, of.page.path)) - pressed;
  const opened = { ms, bytes: bytes.all };
  await context.close();
  return opened;
}

/** Listens to the page from now on; the answer waits until it rests. */
function restOf(page: Page): () => Promise<void> {
  let last = Date.now();
  const note = () => void (last = Date.now());
  page.on("request", note).on("requestfinished", note).on("requestfailed", note);
  return async () => {
    for (let left = REST_MS; left > 0; left = last + REST_MS - Date.now()) await setTimeout(left);
  };
}

/** A bare server with one document that is as long; nothing but its last line is drawn. */
async function bareDocument(browser: Browser, bytes: number): Promise<Opened> {
  const filling = "x".repeat(Math.max(0, bytes - 200));
  const text = `<!doctype html><meta charset="utf-8"><title>.</title><!--${filling}--><p id="end">Конец</p>`;
  const server = createServer((_request, reply) => reply.setHeader("content-type", "text/html").end(text));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const context = await browser.newContext();
  const page = await context.newPage();
  const line = await throttle(await context.newCDPSession(page));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: "commit" });
  const ms = await usable(page, "/");
  await context.close();
  server.close();
  return { ms, bytes: line.bytes.all };
}

async function usable(page: Page, path: string): Promise<number> {
  const noted = await page.waitForFunction(`(${USABLE})(${JSON.stringify(path)})`, undefined, { timeout: LONGEST_MS });
  return (await noted.jsonValue()) as number;
}
