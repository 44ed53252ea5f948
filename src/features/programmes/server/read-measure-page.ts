import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { bearersOf, type Bearer } from "#features/obligations/model/bearers.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { registryFor, type Registry } from "#features/places/model/registry.ts";
import { registryOf } from "#features/places/server/public.ts";
import { occurrenceInWords } from "../model/occurrence-words.ts";
import { isInForce } from "../model/lifecycle.ts";
import { canEditProgramme, leadsProgramme } from "../model/policy.ts";
import { plannedYearsOf, scheduleOf } from "../model/schedule.ts";
import type { MeasurePage, MeasureSeen } from "../model/seen.ts";
import { factsOf, loadProgramme, type ProgrammeRecord } from "./load-programme.ts";
import { pausedNow, pausesOf } from "./pauses.ts";
import { frameOf, readingFrameOf } from "./read-programme.ts";
import { readMeasure } from "./read-roadmaps.ts";

/** One measure: its words, the schedule as understood, whom its parties mean today, its papers. */
export async function readMeasurePage(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
): Promise<MeasurePage> {
  const { tx } = context;
  const programme = await loadProgramme(context, territoryId, programmeId);
  const frame = await readingFrameOf(context, programme);
  const measure = await readMeasure(tx, territoryId, programmeId, measureId, frame);
  if (!measure) throw commonProblem("not-found");
  const standing = await pausedNow(tx, territoryId, programmeId, frame.today);
  const paused = standing.programme || standing.measureIds.has(measureId);
  const papers = await papersOf(context, territoryId, measure.paperIds);
  const term = { ...measure, plannedYears: plannedYearsOf(measure.plannedValues) };
  return {
    measure,
    programme: {
      id: programme.id,
      territoryId,
      title: programme.short_title || programme.title,
      status: programme.status,
      ...frameOf(programme),
    },
    roadmap: await tx
      .selectFrom("roadmap")
      .select(["id", "title"])
      .where("territory_id", "=", territoryId)
      .where("id", "=", measure.roadmapId)
      .executeTakeFirstOrThrow(),
    path: await pathOf(context, territoryId, measure),
    occurrences: scheduleOf(term, frame.programme, frame.calendar).map((occurrence) => ({
      key: occurrence.key,
      from: occurrence.from,
      dueOn: occurrence.dueOn,
      words: occurrenceInWords(occurrence.label),
      required: occurrence.required,
    })),
    bearers: await namedBearers(context, programme, measure, frame.today),
    papers: [...papers.values()].map((paper) => ({ id: paper.id, name: paper.name, title: paper.title })),
    today: frame.today,
    pauses: (await pausesOf(context, territoryId, programmeId)).filter(
      (one) => one.measureId === null || one.measureId === measureId,
    ),
    paused,
    can: {
      edit: !paused && canEditProgramme(context.actor, factsOf(programme)),
      pause: !measure.closed && leadsProgramme(context.actor, factsOf(programme)) && isInForce(programme.status),
    },
  };
}

async function pathOf(context: UseCaseContext, territoryId: Id, measure: MeasureSeen): Promise<MeasurePage["path"]> {
  const sections = await context.tx
    .selectFrom("section")
    .select(["id", "parent_id", "number", "title"])
    .where("territory_id", "=", territoryId)
    .where("roadmap_id", "=", measure.roadmapId)
    .execute();
  const byId = new Map(sections.map((section) => [section.id, section]));
  const path: MeasurePage["path"] = [];
  for (let at = measure.sectionId ? byId.get(measure.sectionId) : undefined; at;) {
    path.unshift({ id: at.id, number: at.number, title: at.title });
    at = at.parent_id ? byId.get(at.parent_id) : undefined;
  }
  return path;
}

async function namedBearers(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  measure: MeasureSeen,
  today: MeasurePageDay,
): Promise<MeasurePage["bearers"]> {
  const whole = await registryOf(context.tx, programme.territory_id);
  const registry = registryFor(whole, programme.owner_organisation_id);
  const resolved = measure.parties.map((party) => ({
    id: party.id,
    bearers: party.audience === null ? null : bearersOf(party.audience, registry, today),
  }));
  const nameOf = await namer(
    context,
    registry,
    resolved.flatMap((party) => party.bearers ?? []),
  );
  return Object.fromEntries(
    resolved.map((party) => [
      party.id,
      party.bearers === null
        ? null
        : party.bearers.map((bearer) => ({
            kind: bearer.kind,
            id: bearer.kind === "organisation" ? bearer.id : null,
            name: nameOf(bearer),
          })),
    ]),
  );
}

type MeasurePageDay = Parameters<typeof bearersOf>[2];

async function namer(
  context: UseCaseContext,
  registry: Registry,
  bearers: readonly Bearer[],
): Promise<(bearer: Bearer) => string> {
  const personIds = [...new Set(bearers.filter((one) => one.kind === "person").map((one) => one.id))];
  const people =
    personIds.length === 0
      ? []
      : await context.tx.selectFrom("person").selectAll().where("id", "in", personIds).execute();
  const names = new Map([
    ...people.map((person) => [person.id, shortName(person)] as const),
    ...registry.organisations.map((organisation) => [organisation.id, organisation.shortName] as const),
  ]);
  return (bearer) => names.get(bearer.id) ?? (bearer.kind === "territory" ? "муниципалитет в целом" : "объединение");
}
