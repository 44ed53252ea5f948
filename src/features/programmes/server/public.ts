import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { CreateProgrammeInput } from "../model/programme-form.ts";
import type { RoadmapDraft } from "../model/roadmap-draft.ts";
import type { ProgrammeStatus, YearKind } from "../model/words.ts";
import { createProgramme as create } from "./create-programme.ts";
import { outlineRows as outline } from "./outline-rows.ts";
import { measuresForPlanning as planning, type ProgrammePlanning } from "./planning.ts";
import { writeRoadmap as write } from "./write-roadmap.ts";

/** Makes a draft programme and returns its id; only title and period must be given. Refusals as in `create-programme.ts`. */
export function createProgramme(context: UseCaseContext, form: CreateProgrammeInput): Promise<Id> {
  return create(context, form);
}

/** Writes a whole roadmap into a programme that the actor leads, as one undoable change; returns the roadmap's id. */
export function writeRoadmap(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  draft: RoadmapDraft,
): Promise<Id> {
  return write(context, territoryId, programmeId, draft);
}

/** Everything of a programme that decides its obligations. Asks no rights: it is for the worker. */
export function measuresForPlanning(tx: Tx, territoryId: Id, programmeId: Id): Promise<ProgrammePlanning | undefined> {
  return planning(tx, territoryId, programmeId);
}

/** The roadmaps and sections of a programme, closed ones too, in the order of the document. Asks no rights: the caller has its own. */
export const outlineRows = outline;

export interface ProgrammeHeader {
  readonly id: Id;
  readonly territoryId: Id;
  readonly ownerOrganisationId: Id | null;
  readonly title: string;
  /** for lists; the title where no short one was given */
  readonly shortTitle: string;
  readonly status: ProgrammeStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly yearKind: YearKind;
  readonly officerPersonId: Id | null;
  readonly paperId: Id | null;
}

/** How a programme is called and where it stands; undefined where there is none. Asks no rights: the caller has its own. */
export async function programmeHeader(tx: Tx, territoryId: Id, programmeId: Id): Promise<ProgrammeHeader | undefined> {
  const row = await tx
    .selectFrom("programme")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      territoryId,
      ownerOrganisationId: row.owner_organisation_id,
      title: row.title,
      shortTitle: row.short_title || row.title,
      status: row.status,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      yearKind: row.year_kind,
      officerPersonId: row.officer_person_id,
      paperId: row.paper_id,
    }
  );
}
