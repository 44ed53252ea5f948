import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { calendarOf } from "#features/calendar/server/public.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { AccountMoments } from "../model/cadence.ts";
import { isInForce, TRANSITIONS, type ProgrammeStep } from "../model/lifecycle.ts";
import { canEditProgramme, leadsProgramme } from "../model/policy.ts";
import { programmeYears } from "../model/programme-years.ts";
import { redactionName } from "../model/redaction-words.ts";
import { calendarYears, type ScheduleFrame } from "../model/schedule.ts";
import type { ProgrammeFactsSeen } from "../model/facts-seen.ts";
import type { ProgrammePage, ProgrammeTable } from "../model/seen.ts";
import { factsOf, loadProgramme, type ProgrammeRecord } from "./load-programme.ts";
import { redactionInForce } from "./redaction-heads.ts";
import { pausedNow, pausesOf } from "./pauses.ts";
import { readRoadmaps, type ReadingFrame } from "./read-roadmaps.ts";

export function frameOf(programme: ProgrammeRecord): ScheduleFrame {
  return {
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    yearKind: programme.year_kind,
    accountMoments: programme.account_moments as AccountMoments,
  };
}

/** What the schedule of the programme's measures is counted by: its period, the district's calendar and day. */
export async function readingFrameOf(context: UseCaseContext, programme: ProgrammeRecord): Promise<ReadingFrame> {
  const frame = frameOf(programme);
  return {
    programme: frame,
    calendar: await calendarOf(context.tx, programme.territory_id, ...calendarYears(frame)),
    today: context.clock.today(await timeZoneOf(context.tx, programme.territory_id)),
  };
}

/** The programme's own page: passport, header and what the reader may do. */
export async function readProgramme(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<ProgrammePage> {
  const row = await loadProgramme(context, territoryId, programmeId);
  const { measures, parties } = await contentsOf(context, territoryId, programmeId);
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const redaction = await redactionInForce(context.tx, territoryId, programmeId, today);
  const papers = await papersOf(
    context,
    territoryId,
    [row.paper_id, redaction?.paperId].filter((id) => typeof id === "string"),
  );
  const paper = row.paper_id ? papers.get(row.paper_id) : undefined;
  const { programme: paused } = await pausedNow(context.tx, territoryId, programmeId, today);
  const lead = leadsProgramme(context.actor, factsOf(row));
  return {
    id: row.id,
    territoryId,
    version: row.version,
    title: row.title,
    shortTitle: row.short_title,
    status: row.status,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    yearKind: row.year_kind,
    goal: row.goal,
    tasks: row.tasks as string[],
    passport: row.passport as ProgrammePage["passport"],
    accountMoments: row.account_moments as AccountMoments,
    owner: await ownerOf(context, row.owner_organisation_id),
    officer: await officerOf(context, row.officer_person_id),
    paper: paper ? { id: paper.id, name: paper.name } : null,
    redaction:
      redaction && redaction.number > 1
        ? { id: redaction.id, name: papers.get(redaction.paperId ?? "")?.name ?? redactionName(redaction) }
        : null,
    approvedAt: row.approved_at?.toISOString() ?? null,
    measures,
    parties,
    today,
    pauses: (await pausesOf(context, territoryId, programmeId)).filter(({ measureId }) => measureId === null),
    paused,
    can: {
      lead,
      edit: !paused && canEditProgramme(context.actor, factsOf(row)),
      pause: lead && isInForce(row.status),
      steps: lead && !paused ? (Object.keys(TRANSITIONS[row.status]) as ProgrammeStep[]) : [],
    },
  };
}

/** Supplied by the slice that counts what was done; the composition root hands it over. */
export type ReadFacts = (context: UseCaseContext, territoryId: Id, programmeId: Id) => Promise<ProgrammeFactsSeen>;

/** The table of measures: everything of the roadmaps, with what was done where somebody counts it. */
export async function readTable(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  readFacts?: ReadFacts,
): Promise<ProgrammeTable> {
  const row = await loadProgramme(context, territoryId, programmeId);
  const frame = await readingFrameOf(context, row);
  const years = programmeYears({ startsOn: row.starts_on, endsOn: row.ends_on, yearKind: row.year_kind });
  return {
    roadmaps: await readRoadmaps(context.tx, territoryId, programmeId, frame),
    years,
    currentYear: programmeYears({ startsOn: frame.today, endsOn: frame.today, yearKind: row.year_kind })[0]!,
    today: frame.today,
    ...(readFacts ? { facts: await readFacts(context, territoryId, programmeId) } : {}),
    can: {
      edit:
        canEditProgramme(context.actor, factsOf(row)) &&
        !(await pausedNow(context.tx, territoryId, programmeId, frame.today)).programme,
    },
  };
}

async function contentsOf(context: UseCaseContext, territoryId: Id, programmeId: Id) {
  const { measures } = await context.tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("closed_at", "is", null)
    .select((of) => of.fn.countAll<number>().as("measures"))
    .executeTakeFirstOrThrow();
  const parties = await context.tx
    .selectFrom("measure_party as x")
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "x.territory_id").onRef("m.id", "=", "x.measure_id"),
    )
    .where("x.territory_id", "=", territoryId)
    .where("m.programme_id", "=", programmeId)
    .where("m.closed_at", "is", null)
    .groupBy("x.name")
    .select(["x.name"])
    .orderBy(sql`count(*)`, "desc")
    .orderBy("x.name")
    .execute();
  return { measures, parties: parties.map((party) => party.name) };
}

async function ownerOf(context: UseCaseContext, organisationId: Id | null) {
  if (organisationId === null) return null;
  const row = await context.tx
    .selectFrom("organisation")
    .where("id", "=", organisationId)
    .select(["id", "short_name as name"])
    .executeTakeFirst();
  return row ?? null;
}

async function officerOf(context: UseCaseContext, personId: Id | null) {
  if (personId === null) return null;
  const row = await context.tx.selectFrom("person").where("id", "=", personId).selectAll().executeTakeFirst();
  return row ? { id: row.id, name: shortName(row) } : null;
}
