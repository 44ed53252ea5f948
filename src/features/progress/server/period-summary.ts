import type { z } from "zod";
import type { SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import { addDays, localDate, parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { calendarOf } from "#features/calendar/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { againstOf, periodAfter, readBeside, readOn, restAfter } from "../model/neighbour-period.ts";
import { allOf, outcomeCounts, type OutcomeAmount } from "../model/outcome.ts";
import {
  monthNow,
  periodOf,
  periodsWithin,
  standingAmong,
  type NamedPeriod,
  type PeriodKind,
} from "../model/period.ts";
import type { PeriodRead, PeriodSummary, SummaryQuery } from "../model/period-summary.ts";
import { asksProgress } from "../model/policy.ts";
import { progressProblem } from "../model/problems.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { bearersOf } from "./bearers.ts";
import { byAmount, sectionsSummed } from "./summary-parts.ts";
import { programmeSeen, programmesOf, shortTitle, type ProgrammeRecord } from "./load-programmes.ts";
import { outcomeGroups } from "./outcome-groups.ts";
import { isWhole } from "./programme-figures.ts";
import { presentPeriod } from "./programme-progress.ts";
import { changesOf } from "./summary-changes.ts";

export type SummaryRequest = RequestContext<unknown, z.output<typeof SummaryQuery>, unknown>;

/** What came of a period's obligations as they stood at its end, beside another period where one is asked for. */
export async function readPeriodSummary(context: SummaryRequest): Promise<PeriodSummary> {
  const { actor, tx, query, clock } = context;
  const { territoryId, programmeId, sectionId, bearer } = query;
  if (!asksProgress(actor, territoryId)) throw commonProblem("not-found");
  const programme = programmeId ? await programmeSeen(tx, actor, territoryId, programmeId) : null;
  const zone = await timeZoneOf(tx, territoryId);
  const today = clock.today(zone);
  const programmes = programme ? [programme] : await programmesOf(tx, actor, territoryId);
  const span = spanOf(programmes, today);
  const { calendar, period, against } = await periodsAsked(tx, query, span, today);
  const scope = { programmeId, sectionId, bearer };
  const on = readOn(period, today);
  const onAgainst = against && readBeside(against, period, today);
  const filterOf = ({ from, to }: NamedPeriod, day: LocalDate): Omit<RowsFilter, "territoryId"> => ({
    ...scope,
    from,
    to,
    on: day,
  });
  const dueIn = async (one: NamedPeriod | undefined) =>
    one
      ? { ...presentPeriod(one), due: total(await outcomeGroups(tx, territoryId, actor, filterOf(one, today), today)) }
      : null;
  const counted = await outcomeGroups(tx, territoryId, actor, filterOf(period, on), today);
  const other = against && (await outcomeGroups(tx, territoryId, actor, filterOf(against, onAgainst!), today));
  const compare = <Key>(keyOf: (one: (typeof counted)[number]) => Key) => byAmount(counted, other, keyOf);
  const ofBearer = compare((one) => one.bearerKey);
  const bearers = await bearersOf(tx, territoryId, [...ofBearer.keys()]);
  const ofProgramme = compare((one) => one.programmeId);
  const before = { ...scope, to: addDays(period.from, -1), outcome: "late" as const, on };
  return {
    today,
    title: programme ? shortTitle(programme) : "",
    isWhole: programmes.every((row) => isWhole(actor, row)),
    period: read(period, on, today),
    againstPeriod: against && read(against, onAgainst!, today),
    periods: periodsWithin(query.kind, span, calendar).map(presentPeriod),
    counts: outcomeCounts(counted),
    against: other && outcomeCounts(other),
    ...(await changesOf(tx, actor, territoryId, scope, period, today, zone)),
    debts: total(await outcomeGroups(tx, territoryId, actor, before, today)),
    rest: await dueIn(restAfter(period, calendar)),
    next: await dueIn(period.to < today ? periodAfter(period, calendar) : undefined),
    programmes: programme
      ? []
      : programmes.flatMap((row) => {
          const compared = ofProgramme.get(row.id);
          return compared ? [{ id: row.id, title: shortTitle(row), ...compared }] : [];
        }),
    sections: programme
      ? await sectionsSummed(
          tx,
          programme,
          compare((one) => one.measureId),
          sectionId,
        )
      : [],
    bearers: bearers.map((one) => ({ ...one, ...ofBearer.get(one.key)! })),
  };
}

function total(groups: readonly OutcomeAmount[]): number {
  return allOf(outcomeCounts(groups));
}

function read(period: NamedPeriod, on: LocalDate, today: LocalDate): PeriodRead {
  return { ...presentPeriod(period), on, isUnfinished: period.to >= today, notBegun: period.from > today };
}

/** From the first day of these programmes to the last; the year of today where there is none. */
function spanOf(programmes: readonly ProgrammeRecord[], today: LocalDate): { from: LocalDate; to: LocalDate } {
  const year = today.slice(0, 4);
  const starts = programmes.map(({ starts_on }) => starts_on).sort();
  const ends = programmes.map(({ ends_on }) => ends_on).sort();
  return { from: starts[0] ?? localDate(`${year}-01-01`), to: ends.at(-1) ?? localDate(`${year}-12-31`) };
}

/** The period asked for and what it is compared with, read by the school calendar of their years. */
async function periodsAsked(
  tx: Tx,
  query: Pick<z.output<typeof SummaryQuery>, "territoryId" | "kind" | "period" | "against">,
  span: { from: LocalDate; to: LocalDate },
  today: LocalDate,
): Promise<{ calendar: SchoolCalendar; period: NamedPeriod; against: NamedPeriod | null }> {
  const years = [query.period, query.against, span.from, span.to, today]
    .map((text) => Number(text?.slice(0, 4)))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
  const calendar = await calendarOf(tx, query.territoryId, Math.min(...years) - 2, Math.max(...years) + 1);
  const period = query.period
    ? periodOf(query.period, calendar)
    : standingPeriod(query.kind, span, standingDay(span, today), calendar);
  if (!period || !isKnown(period)) throw progressProblem("period-unknown");
  const against = query.against ? againstOf(query.against, period, calendar) : null;
  if (against === undefined || (against && !isKnown(against))) throw progressProblem("period-unknown");
  return { calendar, period, against };
}

/** Years that any programme may have: the period after the last day of the calendar has no name. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2190];

function isKnown({ from, to }: NamedPeriod): boolean {
  return Number(from.slice(0, 4)) >= FIRST_YEAR && Number(to.slice(0, 4)) <= LAST_YEAR;
}

/** The period of a kind that holds the day; where a school rests on it, the one before. */
function standingPeriod(
  kind: PeriodKind,
  span: { from: LocalDate; to: LocalDate },
  day: LocalDate,
  calendar: SchoolCalendar,
): NamedPeriod | undefined {
  if (kind === "all") return periodOf(`${span.from}..${span.to}`, calendar);
  return standingAmong(periodsWithin(kind, span, calendar), day) ?? monthNow(day);
}

/** Today, kept within the programmes' days: a finished one opens at its end. */
function standingDay({ from, to }: { from: LocalDate; to: LocalDate }, today: LocalDate): LocalDate {
  const day = today < from ? from : today > to ? to : today;
  return parseLocalDate(day) ?? today;
}
