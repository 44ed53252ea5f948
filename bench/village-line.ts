import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { FACTS_ELEMENT } from "../src/shared/first-picture.ts";
import { startBuilt } from "./built-server.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { slowBrowser, throttle } from "./slow-line.ts";
import { median } from "./timing.ts";

/** A page as a school on a village line meets it. */
interface VillageOpening {
  readonly name: string;
  /** from the address being asked to the first obligation being read and its link leading on; milliseconds of simulated time */
  readonly readMs: number;
  /** … to everything on the page answering a press */
  readonly answersMs: number;
  /** bytes of the line: all, and those of scripts */
  readonly bytes: number;
  readonly scriptBytes: number;
}

const ROUNDS = 3;
const HEAD = /Е\. М\. Северова/;

/*
 * Notes when the awaited link first stands on the page, drawn, with the page free to follow a press of it; and when the code has the page,
 * so that buttons answer too. Text, because the page knows types of its own.
 */
const WATCH = `(() => {
  const listed = () => [...document.querySelectorAll("main a")].some((one) => one.textContent.trim() === "Отчитаться");
  const taken = () => document.readyState !== "loading" && !document.getElementById("${FACTS_ELEMENT}");
  const note = (name, holds) => {
    const look = () => {
      if (!holds()) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => { globalThis[name] = performance.now(); }, 0));
    };
    requestAnimationFrame(look);
  };
  note("readAt", listed);
  note("answersAt", () => listed() && taken());
})()`;

/**
 * The school home of the demo district in Chromium on a line of 400 ms and 400 kbit/s with a processor four times slower: opened on a device
 * that has never seen the product, and again on the next day. Medians of three.
 */
export async function villageLine(ground: Ground): Promise<readonly Figure[]> {
  const program = await startBuilt(ground, {
    ORIENTIR_DATA: join(ground.folder, "village"),
    ORIENTIR_DEMO: "1",
    ORIENTIR_NOW: "2021-12-10T09:00:00+03:00",
  });
  const { address } = program;
  const browser = await slowBrowser();
  try {
    const rounds: (readonly VillageOpening[])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneDevice(browser, address));
    return rounds[0]!.map(({ name }, at) => {
      const middle = (of: (one: VillageOpening) => number) => median(rounds.map((round) => of(round[at]!)));
      return {
        name: `главная школы на сельской линии (400 мс, 400 кбит/с, процессор вчетверо медленнее), ${name}: список читается и «Отчитаться» ведёт дальше`,
        unit: "с",
        ours: middle(({ readMs }) => readMs) / 1000,
        goal: { mostOurs: 3 },
        seen: {
          "всё отвечает через, с": middle(({ answersMs }) => answersMs) / 1000,
          "передано, КиБ": middle(({ bytes }) => bytes) / 1024,
          "из них код, КиБ": middle(({ scriptBytes }) => scriptBytes) / 1024,
        },
      };
    });
  } finally {
    await browser.close();
    await program.stop();
  }
}

/** Signs in on another device, so that this one has nothing but the person's cookie, and opens the home twice. */
async function oneDevice(browser: Browser, address: string): Promise<readonly VillageOpening[]> {
  const before = await browser.newContext();
  const page = await before.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: HEAD }).click();
  await page.waitForURL(/\/todo$/);
  const cookies = await before.cookies();
  await before.close();
  const device = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await device.addCookies(cookies);
  await device.addInitScript(WATCH);
  const openings = [
    await opening(device, address, "устройство видит Ориентир впервые"),
    await opening(device, address, "устройство уже открывало Ориентир"),
  ];
  await device.close();
  return openings;
}

async function opening(device: BrowserContext, address: string, name: string): Promise<VillageOpening> {
  const page = await device.newPage();
  const line = await device.newCDPSession(page);
  const { bytes } = await throttle(line);
  await page.goto(`${address}/`, { waitUntil: "commit" });
  const noted = await page.waitForFunction(
    () => {
      const { readAt, answersAt } = globalThis as { readAt?: number; answersAt?: number };
      return readAt && answersAt ? { readMs: readAt, answersMs: answersAt } : undefined;
    },
    undefined,
    { timeout: 120_000 },
  );
  const opened = { name, ...(await noted.jsonValue())!, bytes: bytes.all, scriptBytes: bytes.scripts };
  // what the page still fetches belongs to the device's store, not to this figure
  await settled(page);
  await page.close();
  return opened;
}

const settled = (page: Page) => page.waitForLoadState("networkidle");
