import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import type { Program } from "../src/main/program.ts";
import { makeDistrict, type BenchDistrict } from "./district.ts";
import { planOnce } from "./planning.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { median } from "./timing.ts";

/** A list of a large municipality, as a browser scrolls it. */
interface ScrolledList {
  /** most rows that stood in the page at once */
  readonly rows: number;
  /** frames a second while it was scrolled, and the longest pause between two in milliseconds */
  readonly frames: number;
  readonly longestMs: number;
  /** frames a second of a page of the same length that holds nothing but its lines, in the same run: the strength of the machine */
  readonly limitFrames: number;
}

const SCHOOLS = 150;
/** pages of a paged list that are scrolled through, one after another */
const PAGES = 4;
const NEXT = 'nav[aria-label="Страницы списка"] a[rel="next"]';

/*
 * Scrolls what is rolled, the page or the table in it, to its end by a screen a third of a second, and counts frames. Text, because the page knows
 * types of its own.
 */
const SCROLL = `(async () => {
  const table = [...document.querySelectorAll("main *")].find((one) => one.scrollHeight > one.clientHeight + 200 && /auto|scroll/.test(getComputedStyle(one).overflowY));
  const rolled = table ?? document.scrollingElement;
  const rows = document.querySelectorAll("main tbody tr, main li").length;
  const step = innerHeight / 20;
  let frames = 0, longest = 0, last = performance.now();
  const begun = last;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  do {
    rolled.scrollTop += step;
    await frame();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    frames += 1;
  } while (rolled.scrollTop + rolled.clientHeight < rolled.scrollHeight - 1 || frames < 60);
  return { frames: frames * 1000 / (last - begun), longest, rows };
})()`;

const BARE = `<main><ul>${"<li style='height:60px'>Строка</li>".repeat(60)}</ul></main>`;

interface Scrolled {
  readonly frames: number;
  readonly longest: number;
  readonly rows: number;
}

/** Lists of 150 schools and more than 10,000 obligations, all of them reported, in Chromium as it is. */
export async function longLists(ground: Ground): Promise<readonly Figure[]> {
  ground.built();
  const program = await ground.program(await ground.empty(), { webFolder: join(ground.root, "dist", "web") });
  const browser = await chromium.launch({
    executablePath: process.env["ORIENTIR_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const district = await makeDistrict(program, { schools: SCHOOLS });
    await planOnce(program, district);
    const total = await reportAll(program, district);
    await program.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = program.server.server.address() as AddressInfo;
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
    const [name, value] = district.cookie.split("=") as [string, string];
    const home = `http://127.0.0.1:${port}`;
    await context.addCookies([{ name, value, url: home }]);
    const page = await context.newPage();
    const programme = `${home}/programmes/${district.territoryId}/${district.programmeId}`;
    return [
      listFigure("сроки и отчёты", total, await scrolled(page, `${home}/progress/rows?year=2026`)),
      listFigure("отчёты на проверке", total, await scrolled(page, `${home}/reports?state=submitted`)),
      listFigure("исполнение по организациям", SCHOOLS, await scrolled(page, `${programme}/execution`)),
    ];
  } finally {
    await browser.close();
    await program.stop();
  }
}

function listFigure(name: string, total: number, list: ScrolledList): Figure {
  return {
    name: `прокрутка, ${name}, всего ${total}`,
    unit: "кадров/с",
    ours: list.frames,
    limit: list.limitFrames,
    limitName: "пустая страница",
    goal: { leastOurs: 50 },
    seen: { "строк на странице не больше": list.rows, "самая долгая пауза, мс": list.longestMs },
  };
}

/** Every obligation has a report that waits for the checker; how many. */
async function reportAll({ database }: Program, { territoryId }: BenchDistrict): Promise<number> {
  const author = "(select person_id from account where login = 'bench@example.test')";
  await database.pool.query(
    `insert into report (territory_id, id, organisation_id, state, text, author_person_id, created_at, saved_at, submitted_at)
     select territory_id, id, bearer_organisation_id, 'submitted', 'Сделано', ${author}, now(), now(), now() from obligation`,
  );
  await database.pool.query(
    "insert into report_obligation (territory_id, report_id, obligation_id) select territory_id, id, id from obligation",
  );
  await database.pool.query("analyze");
  const { rows } = await database.pool.query<{ count: number }>(
    "select count(*)::int from obligation where territory_id = $1",
    [territoryId],
  );
  return rows[0]!.count;
}

async function scrolled(page: Page, address: string): Promise<ScrolledList> {
  await page.setContent(BARE);
  const limit = (await page.evaluate(SCROLL)) as Scrolled;
  await page.goto(address);
  const taken: Scrolled[] = [];
  for (let at = 0; at < PAGES; at += 1) {
    await page.locator("main tbody tr, main li").first().waitFor();
    await page.waitForLoadState("networkidle");
    taken.push(await page.evaluate(SCROLL));
    const next = page.locator(NEXT);
    if ((await next.count()) === 0) break;
    await next.click();
    await page.waitForURL(new RegExp(`page=${at + 2}`));
  }
  return {
    rows: Math.max(...taken.map(({ rows }) => rows)),
    frames: median(taken.map(({ frames }) => frames)),
    limitFrames: limit.frames,
    longestMs: Math.max(...taken.map(({ longest }) => longest)),
  };
}
