import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import { fillAndSend, returnWith } from "../e2e/report-steps.ts";
import { approveAndStart, plain } from "../e2e/review-steps.ts";
import { expectSoundPage, openPage, PATIENCE_MS, type Width } from "../support/browser.ts";
import type { Act } from "./year-conduct.ts";
import { MOVES, PAUSE, type Moving } from "./year-script.ts";
import type { Reader } from "./year-letters.ts";
import type { YearTown } from "./year-town.ts";

/** «2027-06-25» as it is typed */
const typed = (day: string) => day.split("-").reverse().join(".");
export const ORDER = { number: "412", day: typed("2026-08-07") };

/** What people do on pages of the story, each on a page of their own. */
export interface YearPages {
  /** the draft is approved by an order and begun */
  begin(programmeId: Id): Promise<void>;
  pause(programmeId: Id, measureId: Id): Promise<void>;
  move(obligationId: Id, moving: Moving): Promise<void>;
  /** one step of the report that the story tells */
  step(act: Act["step"], obligationId: Id, reportId: Id | undefined): Promise<void>;
  /** rows of «Итоги» by their first cell: of the totals, of the sections, of the bearers */
  summary(programmeId: Id, width: Width): Promise<Readonly<Record<string, ReadonlyMap<string, readonly string[]>>>>;
}

export function openPages(browser: Browser, town: YearTown): YearPages {
  const { territoryId, home } = town;

  /** The page is open only while its person works: it does not see the clock move. */
  async function on<Seen>(reader: Reader, path: string, act: (page: Page) => Promise<Seen>, width: Width = "desktop") {
    const { context, page } = await openPage(browser, width, home);
    const [name = "", value = ""] = town.person(reader).cookie.split("=");
    await context.addCookies([{ name, value, url: home }]);
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    const seen = await act(page);
    await context.close();
    return seen;
  }

  return {
    begin: (programmeId) =>
      on("officer", `/programmes/${territoryId}/${programmeId}`, (page) => approveAndStart(page, ORDER)),
    pause: (programmeId, measureId) =>
      on("officer", `/programmes/${territoryId}/${programmeId}/measures/${measureId}`, async (page) => {
        await page.getByRole("button", { name: "Приостановить" }).click();
        const dialog = page.getByRole("dialog", { name: "Приостановить мероприятие" });
        await dialog.getByLabel("Почему").fill(PAUSE.reason);
        await dialog.getByRole("button", { name: "Приостановить", exact: true }).click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByRole("button", { name: "Возобновить" }).waitFor();
      }),
    move: (obligationId, { to, reason }) =>
      on("officer", `/todo/${territoryId}/${obligationId}`, async (page) => {
        await page.getByRole("button", { name: "Перенести срок" }).click();
        const dialog = page.getByRole("dialog", { name: "Перенести срок" });
        await dialog.getByLabel("Новый срок").fill(typed(to));
        await page.keyboard.press("Tab");
        await dialog.getByLabel("Почему").fill(reason);
        await dialog.getByRole("button", { name: "Перенести", exact: true }).click();
        await page.getByText("Срок перенесён, организация получит уведомление").waitFor();
      }),
    async step(step, obligationId, reportId) {
      if (step === "submit") {
        const filled = {
          text: "Положение принято педсоветом",
          values: [],
          doneOn: typed("2026-10-07"),
          files: ["Положение.pdf"],
        };
        await on(0, `/todo/${territoryId}/${obligationId}`, (page) => fillAndSend(page, filled));
        return;
      }
      await on("officer", `/reports/${territoryId}/${reportId}`, async (page) => {
        await page.getByRole("button", { name: "Принять", exact: true }).waitFor();
        if (step === "return") return returnWith(page, "Приложите список участников");
        await acceptByKey(page);
      });
    },
    summary: (programmeId, width) =>
      on(
        "officer",
        `/programmes/${territoryId}/${programmeId}/summary?kind=all`,
        async (page) => {
          await page.getByRole("region", { name: "По исполнителям" }).waitFor();
          await expectSoundPage(page);
          const tables = ["Что получилось за период", "По разделам", "По исполнителям"];
          return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await rowsOf(page, name)])));
        },
        width,
      ),
  };
}

/** «А» is heard once the page has rested; what it asked for is asked once. */
async function acceptByKey(page: Page): Promise<void> {
  let isAsked = false;
  page.on("request", (request) => {
    isAsked ||= request.url().endsWith("/accept");
  });
  await expect
    .poll(
      async () => {
        if (!isAsked) await page.keyboard.press("a");
        return isAsked;
      },
      { timeout: PATIENCE_MS, interval: 1500 },
    )
    .toBe(true);
  await page
    .getByText(/^Принято/)
    .first()
    .waitFor();
}

async function rowsOf(page: Page, table: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = page.getByRole("region", { name: table }).locator("tbody tr");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell as HTMLElement).innerText)),
  );
  return new Map(cells.map(([name = "", ...rest]) => [plain(name), rest.map(plain)]));
}

/** The move that is made on a page; the other one is of many terms at once. */
export const MOVED_BY_HAND = MOVES.find(({ school }) => school !== "silent")!;
