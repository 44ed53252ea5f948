import { readXlsx } from "hucre/xlsx";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { PeriodSummary } from "#features/progress/model/period-summary.ts";
import { granted } from "../scenarios/granted.ts";
import { obligations } from "../scenarios/report-story.ts";
import { launchBrowser } from "../support/browser.ts";
import { playYear, type Played } from "./play-year.ts";
import { conducts } from "./year-conduct.ts";
import { writeProgramme } from "./year-deeds.ts";
import { allOf, BEARERS, countsOf, doneOf, ledgerOf, OUTCOMES, shareOf, stateOn, type Counts } from "./year-ledger.ts";
import { openPages, type YearPages } from "./year-pages.ts";
import { MEASURES, REPORTED_ON, SECTIONS, UNDESIGNATED, YEAR } from "./year-script.ts";
import { openYearTown, type YearTown } from "./year-town.ts";

describe("a school year of a district, played from its first day to its report", () => {
  const book = ledgerOf(conducts());
  const whole = countsOf(book, YEAR.startsOn, YEAR.endsOn);
  let browser: Browser;
  let town: YearTown;
  let pages: YearPages;
  let programmeId: Id;
  let played: Played;
  beforeAll(async () => {
    browser = await launchBrowser();
    town = await openYearTown("2026-08-03T12:00:00+03:00");
    pages = openPages(browser, town);
    programmeId = await writeProgramme(town);
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  it("is asked for, reported, returned, accepted, moved and paused as written", async () => {
    played = await playYear({ town, pages, programmeId, book });
    // a script in which something never happens proves nothing of it
    for (const outcome of ["inTime", "early", "doneLate", "submitted", "returned", "late", "notApplicable"] as const)
      expect([outcome, whole[outcome] > 0]).toEqual([outcome, true]);
    const lastDays = new Map(
      book.map((owed) => [played.asked.get(owed.name)!.id, owed.moves.at(-1)?.to ?? owed.dueOn]),
    );
    const rows = await obligations(town.person("officer"), town as never, { programmeId });
    expect(rows.map(({ id, dueOn }) => [id, dueOn])).toEqual(rows.map(({ id }) => [id, lastDays.get(id)]));
  });

  it("reminded by letters on the days of the ladder, and on no other", () => {
    expect(played.wrongMornings).toEqual([]);
    expect(played.letters).toBeGreaterThan(book.length);
  });

  it("asks a school that lost its designation for nothing more, with the reason, and keeps what it reported", async () => {
    const { school } = UNDESIGNATED;
    const ours = book.filter(({ bearer, measure }) => bearer === school && measure.named === "lowResults");
    const rows = await obligations(town.person(school), town as never, { programmeId });
    const stood = (name: string) => rows.find(({ id }) => id === played.asked.get(name)!.id)!;
    const closed = ours.filter(({ closedOn }) => closedOn);
    expect(closed.length).toBeGreaterThan(5);
    expect(new Set(closed.map(({ name }) => stood(name).closeReason))).toEqual(new Set(["not-wanted"]));
    const kept = ours.filter(({ closedOn, acts }) => !closedOn && acts.length > 0);
    expect(kept.some(({ dueOn }) => dueOn > UNDESIGNATED.lastOn)).toBe(true);
    const words = { submit: "submitted", return: "returned", accept: "accepted" } as const;
    for (const owed of kept)
      expect([owed.name, stood(owed.name).closed, stood(owed.name).report?.state]).toEqual([
        owed.name,
        false,
        words[stateOn(owed, REPORTED_ON)!],
      ]);
  });

  const summaryOf = async (query: Record<string, string>) => {
    const asked = new URLSearchParams({ territoryId: town.territoryId, programmeId, ...query });
    return granted(await town.person("officer").call<PeriodSummary>("GET", `/api/progress/summary?${asked}`));
  };

  it("ends in a report of the year that is the script's own", async () => {
    const summary = await summaryOf({ kind: "all" });
    expect(summary.counts).toEqual(whole);
    expect([summary.added, summary.moved]).toEqual([0, book.filter(({ moves }) => moves.length > 0).length]);
    for (const bearer of BEARERS) {
      const { name } = town.organisations.get(bearer)!;
      const own = summary.bearers.find((one) => one.name === name)!;
      expect([name, own.counts]).toEqual([name, ofBearer(bearer)]);
    }
    for (const [at] of SECTIONS.entries()) expect(summary.sections[at]!.counts).toEqual(ofSection(at));
    for (const { days } of MEASURES.filter(({ number }) => number === "1.1"))
      for (const [from, to] of days) {
        const { counts } = await summaryOf({ period: from.slice(0, 7) });
        expect([from, counts]).toEqual([from, countsOf(book, from as never, to as never)]);
      }
  });

  const ofBearer = (bearer: (typeof BEARERS)[number]) =>
    countsOf(
      book.filter((owed) => owed.bearer === bearer),
      YEAR.startsOn,
      YEAR.endsOn,
    );
  const ofSection = (at: number) =>
    countsOf(
      book.filter(({ measure }) => measure.number.startsWith(`${at + 1}.`)),
      YEAR.startsOn,
      YEAR.endsOn,
    );

  it.each(["desktop", "phone"] as const)("and so does the page «Итоги», %s", async (width) => {
    const tables = await pages.summary(programmeId, width);
    const shown = (amount: number) => (amount === 0 ? "–" : String(amount));
    const totals = tables["Что получилось за период"]!;
    const line = (name: string) => totals.get(name)?.[0] ?? "–";
    expect(line("Всего отчётов")).toBe(String(book.length));
    const words = {
      "выполнено в срок": whole.inTime,
      "выполнено раньше срока": whole.early,
      "выполнено позже срока": whole.doneLate,
      выполнено: doneOf(whole),
      просрочено: whole.late,
      "на проверке": whole.submitted,
      "вернули на доработку": whole.returned,
      неприменимо: whole.notApplicable,
    };
    for (const [name, amount] of Object.entries(words)) expect([name, line(name)]).toEqual([name, shown(amount)]);
    expect(line("Доля выполненного")).toMatch(new RegExp(`^${shareOf(whole)} %`));
    const row = (counts: Counts) => [shown(allOf(counts)), shown(doneOf(counts)), `${shareOf(counts)} %`];
    const told = (cells: readonly string[] | undefined) => [cells?.[0], cells?.[1], cells?.at(-1)];
    for (const bearer of BEARERS) {
      const { name } = town.organisations.get(bearer)!;
      expect([name, ...told(tables["По исполнителям"]!.get(name))]).toEqual([name, ...row(ofBearer(bearer))]);
    }
    for (const [at, title] of SECTIONS.entries())
      expect([title, ...told(tables["По разделам"]!.get(`${at + 1} ${title}`))]).toEqual([
        title,
        ...row(ofSection(at)),
      ]);
  });

  it("and so does the workbook", async () => {
    const query = new URLSearchParams({ territoryId: town.territoryId, programmeId, kind: "all" });
    const { raw } = await town.person("officer").call("GET", `/api/progress/summary.xlsx?${query}`);
    const [sheet] = (await readXlsx(new Uint8Array(raw))).sheets;
    const cells = (counts: Counts) => [allOf(counts), doneOf(counts), ...OUTCOMES.map((outcome) => counts[outcome])];
    const rowOf = (name: string) => sheet!.rows.find(([first]) => first === name)?.slice(1, 3 + OUTCOMES.length);
    expect(rowOf("Всего")).toEqual(cells(whole));
    for (const bearer of BEARERS) {
      const { name } = town.organisations.get(bearer)!;
      expect([name, rowOf(name)]).toEqual([name, cells(ofBearer(bearer))]);
    }
    for (const [at, title] of SECTIONS.entries()) expect(rowOf(`${at + 1} ${title}`)).toEqual(cells(ofSection(at)));
  });
});
