import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { partsOf, schoolYearOf, type LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import type { Execution, ExecutionQuery } from "../model/execution.ts";
import { byKey, figureOf } from "../model/figure.ts";
import { monthsOf } from "../model/period.ts";
import { sectionsWithin } from "../model/sections.ts";
import { bearersOf } from "./bearers.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole, presentProgramme } from "./programme-figures.ts";
import { presentPeriod } from "./programme-progress.ts";
import { progressGroups } from "./progress-groups.ts";

export type ExecutionRequest = RequestContext<
  { territoryId: Id; programmeId: Id },
  z.output<typeof ExecutionQuery>,
  unknown
>;

function yearOf(day: LocalDate, kind: ProgrammeRecord["year_kind"]): number {
  return kind === "school" ? schoolYearOf(day) : partsOf(day).year;
}

/**
 * Bearers by the months of one year: who is late stands first. The year of today, else the nearest of the programme. Narrowed to a bearer,
 * the rows are the sections and measures it answers for; to a section, only what stands in it is counted.
 */
export async function readExecution(
  context: ExecutionRequest,
): Promise<Execution & { programme: ReturnType<typeof presentProgramme> }> {
  const { actor, tx, params, query, clock } = context;
  const { territoryId, programmeId } = params;
  const programme = await programmeSeen(tx, actor, territoryId, programmeId);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const kind = programme.year_kind;
  const [first, last] = [yearOf(programme.starts_on, kind), yearOf(programme.ends_on, kind)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const year = query.year ?? Math.min(last, Math.max(first, yearOf(today, kind)));
  const months = monthsOf(year, kind);
  const span = { from: months[0]!.from, to: months[11]!.to };
  const { sections } = await outlineRows(tx, territoryId, programmeId);
  const section = query.sectionId ? sections.find(({ id }) => id === query.sectionId) : undefined;
  if (query.sectionId && !section) throw commonProblem("not-found");
  const filter = { programmeId, sectionId: query.sectionId, bearer: query.bearer };
  const all = await progressGroups(tx, territoryId, actor, filter, today);
  const groups = all.filter(({ dueOn }) => dueOn >= span.from && dueOn <= span.to);
  const rowOf = (own: typeof groups) => ({
    cells: months.map((month) => figureOf(own, today, month)),
    total: figureOf(own, today),
  });
  const ofBearer = byKey(groups, (group) => group.bearerKey);
  // a name is told by rows that the actor sees, of whatever year
  const bearers = await bearersOf(
    tx,
    territoryId,
    query.bearer && all.length > 0 ? [query.bearer] : [...ofBearer.keys()],
  );
  const rows = query.bearer
    ? (await partsOfSection(tx, programme, sections, query.sectionId ?? null)).flatMap(({ measureIds, ...part }) => {
        const own = groups.filter(({ measureId }) => measureIds.has(measureId));
        return own.length === 0 ? [] : [{ ...part, organisationId: null, ...rowOf(own) }];
      })
    : bearers
        .map(({ key, organisationId, name }) => ({
          kind: "bearer" as const,
          key,
          organisationId,
          name,
          ...rowOf(ofBearer.get(key)!),
        }))
        .sort((a, b) => b.total.late - a.total.late);
  return {
    programme: presentProgramme(programme),
    today,
    yearKind: kind,
    years,
    year,
    months: months.map(presentPeriod),
    rows,
    section: section ? { id: section.id, parentId: section.parentId, name: named(section) } : null,
    bearer: query.bearer ? { key: query.bearer, name: bearers[0]?.name ?? "" } : null,
    foot: rowOf(groups),
    lateInOtherYears: figureOf(all, today).late - figureOf(groups, today).late,
    isWhole: isWhole(actor, programme),
    planning: (await planningOf(tx, territoryId))(programme.id),
  };
}

type Sections = Awaited<ReturnType<typeof outlineRows>>["sections"];

/** What a section holds at its first depth, in the order of the document: sections, each with all the measures inside it, then its own measures. */
async function partsOfSection(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  sections: Sections,
  under: Id | null,
): Promise<{ kind: "section" | "measure"; key: Id; name: string; measureIds: ReadonlySet<Id> }[]> {
  const measures = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .select(["id", "section_id as sectionId", "number", "title"])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  const inside = sections.filter(({ parentId }) => parentId === under);
  return [
    ...inside.map((section) => {
      const within = sectionsWithin(section.id, sections);
      const own = measures.filter(({ sectionId }) => sectionId !== null && within.has(sectionId));
      return {
        kind: "section" as const,
        key: section.id,
        name: named(section),
        measureIds: new Set(own.map(({ id }) => id)),
      };
    }),
    ...measures
      .filter(({ sectionId }) => sectionId === under)
      .map((measure) => ({
        kind: "measure" as const,
        key: measure.id,
        name: named(measure),
        measureIds: new Set([measure.id]),
      })),
  ];
}

function named({ number, title }: { readonly number: string; readonly title: string }): string {
  return [number, title].filter(Boolean).join(" ");
}
