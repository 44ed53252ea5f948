import { expect } from "vitest";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { MovedMany, ObligationCard, ObligationRow } from "#features/obligations/model/contract.ts";
import type { PeriodSummary } from "#features/progress/model/period-summary.ts";
import { granted } from "../scenarios/granted.ts";
import { askedFor, endDesignation, perform } from "./year-deeds.ts";
import { countsOf, type Owed } from "./year-ledger.ts";
import { openPost } from "./year-letters.ts";
import { MOVED_BY_HAND, type YearPages } from "./year-pages.ts";
import { BEGUN_ON, MOVES, PAUSE, REPORTED_ON, UNDESIGNATED, type Moving } from "./year-script.ts";
import type { YearTown } from "./year-town.ts";

export interface Year {
  readonly town: YearTown;
  readonly pages: YearPages;
  readonly programmeId: Id;
  readonly book: readonly Owed[];
}

/** What was played, and in which mornings the letters were not those of the script. */
export interface Played {
  readonly asked: ReadonlyMap<string, ObligationRow>;
  readonly letters: number;
  readonly wrongMornings: readonly string[];
}

/** Plays the year day by day: the morning's letters, what the officer decides, what everybody reports. */
export async function playYear(year: Year): Promise<Played> {
  const { town, pages, programmeId, book } = year;
  const post = openPost(book);
  const wrongMornings: string[] = [];
  let letters = 0;
  let asked: ReadonlyMap<string, ObligationRow> = new Map();
  for (let day = localDate("2026-08-04"); day <= REPORTED_ON; day = addDays(day, 1)) {
    const came = await town.morning(day);
    letters += came.length;
    wrongMornings.push(...compared(day, came, post.morning(day)));
    town.set(day, 12);
    if (day === BEGUN_ON) {
      await pages.begin(programmeId);
      await town.settle();
      asked = await askedFor(town, programmeId);
      const told = (name: string, opensOn: string) => `${name} from ${opensOn}`;
      expect([...asked].map(([name, { opensOn }]) => told(name, opensOn)).sort()).toEqual(
        book.map(({ name, opensOn }) => told(name, opensOn)).sort(),
      );
    }
    if (day === UNDESIGNATED.knownOn) await endDesignation(town);
    if (day === PAUSE.from) await pages.pause(programmeId, pausedMeasure(asked));
    if (day === PAUSE.readOn) await readInPause(year);
    if (day === PAUSE.resumedOn) await resume(year, pausedMeasure(asked));
    for (const moving of MOVES.filter((one) => one.on === day)) await move(year, asked, moving);
    for (const owed of book)
      for (const act of owed.acts.filter((one) => one.on === day)) {
        const obligationId = asked.get(owed.name)!.id;
        if (act.byHand) await pages.step(act.step, obligationId, await reportOf(town, obligationId));
        else await perform(town, owed, obligationId, act);
      }
    post.noteDay(day);
    await town.settle();
  }
  return { asked, letters, wrongMornings };
}

/** To whom letters came and what they said, against whom and what the script expects. */
function compared(
  day: LocalDate,
  came: Awaited<ReturnType<YearTown["morning"]>>,
  expected: ReturnType<ReturnType<typeof openPost>["morning"]>,
): string[] {
  const listed = (readers: Iterable<unknown>) => [...readers].map(String).sort().join(", ");
  const [to, should] = [listed(came.map(({ reader }) => reader)), listed(expected.keys())];
  return [
    ...(to === should ? [] : [`${day}: letters to ${to}; expected to ${should}`]),
    ...came.flatMap(({ reader, text }) =>
      [...(expected.get(reader) ?? [])].flatMap((words) =>
        text.includes(words) ? [] : [`${day}: the letter to ${reader} does not say «${words}»`],
      ),
    ),
  ];
}

const pausedMeasure = (asked: ReadonlyMap<string, ObligationRow>): Id =>
  [...asked.values()].find(({ measureNumber }) => measureNumber === PAUSE.measure)!.measureId;

async function cardOf({ territoryId, person }: YearTown, obligationId: Id): Promise<ObligationCard> {
  return granted(await person("officer").call("GET", `/api/obligations/${territoryId}/${obligationId}`));
}

async function reportOf(town: YearTown, obligationId: Id): Promise<Id | undefined> {
  return (await cardOf(town, obligationId)).report?.id;
}

/** What stands still is told apart while it does, in the month that goes on and in days that are over. */
async function readInPause({ town, programmeId, book }: Year): Promise<void> {
  for (const [from, to] of [
    ["2027-03-01", "2027-03-31"],
    [PAUSE.from, "2027-03-15"],
  ].map((span) => span.map((day) => localDate(day!))) as [LocalDate, LocalDate][]) {
    const query = new URLSearchParams({ territoryId: town.territoryId, programmeId, period: `${from}..${to}` });
    const { counts } = granted(
      await town.person("officer").call<PeriodSummary>("GET", `/api/progress/summary?${query}`),
    );
    expect([from, counts]).toEqual([from, countsOf(book, from, to, PAUSE.readOn)]);
    expect(counts.paused).toBeGreaterThan(0);
  }
}

async function resume({ town, programmeId }: Year, measureId: Id): Promise<void> {
  const officer = town.person("officer");
  const at = `/api/programmes/${town.territoryId}/${programmeId}/measures/${measureId}`;
  const { pauses } = granted(await officer.call<{ pauses: { id: Id; version: number }[] }>("GET", at));
  const [{ id, version }] = pauses as [{ id: Id; version: number }];
  granted(await officer.call("POST", `/api/pauses/${town.territoryId}/${id}/resume`, { version }));
}

/** One due day on its page, or all at once. */
async function move(
  { town, pages, book }: Year,
  asked: ReadonlyMap<string, ObligationRow>,
  moving: Moving,
): Promise<void> {
  const moved = book.filter(
    ({ measure, moves }) => measure.number === moving.measure && moves.some(({ on }) => on === moving.on),
  );
  const ids = moved.map(({ name }) => asked.get(name)!.id);
  if (moving === MOVED_BY_HAND) return pages.move(ids[0]!, moving);
  const rows = [];
  for (const id of ids) rows.push({ id, version: (await cardOf(town, id)).version, dueOn: moving.to });
  const body = { territoryId: town.territoryId, reason: moving.reason, rows };
  const answer = await town.person("officer").call<MovedMany>("POST", "/api/obligations/moved", body);
  expect(granted(answer).refused).toEqual([]);
}
