import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { CreateProgrammeInput } from "../model/programme-form.ts";
import type { RedactionDocument } from "../model/redaction-document.ts";
import type { RoadmapDraft } from "../model/roadmap-draft.ts";
import type { ProgrammeStatus, YearKind } from "../model/words.ts";
import { amendProgramme as amend, seeAmendable, type Amendment } from "./amend-programme.ts";
import { checkParties as check } from "./check-parties.ts";
import { contentStamp } from "./content-stamp.ts";
import { createProgramme as create } from "./create-programme.ts";
import { outlineRows as outline } from "./outline-rows.ts";
import { loadProgramme } from "./load-programme.ts";
import { measureThen as worded } from "./measure-then.ts";
import { measuresForPlanning as planning, type ProgrammePlanning } from "./planning.ts";
import { redactionInForce as inForce } from "./redaction-heads.ts";
import { readStanding, standingDocument, type Standing } from "./redaction-rows.ts";
import { writeRoadmap as write } from "./write-roadmap.ts";

/** Makes a draft programme and returns its id; only title and period must be given. Refusals as in `create-programme.ts`. */
export function createProgramme(context: UseCaseContext, form: CreateProgrammeInput): Promise<Id> {
  return create(context, form);
}

/** Throws «executor-unknown» where a party is an organisation or a person that the territory does not have. */
export function checkParties(context: UseCaseContext, territoryId: Id, parties: Parameters<typeof check>[2]) {
  return check(context, { territory_id: territoryId, owner_organisation_id: null }, parties);
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

/** Brings a programme in force to a new redaction by an order (`amend-programme.ts`). */
export function amendProgramme(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  amendment: Amendment,
): Promise<{ redactionId: Id; changeId: Id | null }> {
  return amend(context, territoryId, programmeId, amendment);
}

export interface Amendable extends Standing {
  readonly programme: ProgrammePlanning["programme"];
  readonly stamp: string;
  /** days from which earlier amendments bind, by measure */
  readonly bindsFrom: ReadonlyMap<Id, LocalDate>;
}

/** A programme that the actor may amend, as it stands; throws «not-found», «not-allowed», «not-in-force», «programme-finished». */
export async function openAmendable(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<Amendable> {
  const record = await seeAmendable(context, territoryId, programmeId);
  const { programme, measures } = (await planning(context.tx, territoryId, programmeId))!;
  return {
    programme,
    ...(await readStanding(context, record)),
    stamp: await contentStamp(context.tx, record),
    bindsFrom: new Map(measures.flatMap(({ id, bindsFrom }) => (bindsFrom ? [[id, bindsFrom] as const] : []))),
  };
}

/** The redaction in force on a day, with its number and paper; undefined where none is kept. Asks no rights: the caller has its own. */
export const redactionInForce = inForce;

export { loadLedProgramme as leadProgramme, type ProgrammeRecord } from "./load-programme.ts";
export { pausesOf } from "./pauses.ts";
export type { AmendedSince } from "./measure-then.ts";

/** How a measure was worded at a moment, where an order has changed it since. Asks no rights: the caller has its own. */
export const measureThen = worded;

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

/** A programme's document as it stands, with whose it is. Throws «not-found» where the actor may not see it. */
export async function programmeDocument(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<{ readonly ownerOrganisationId: Id | null; readonly document: RedactionDocument }> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  return {
    ownerOrganisationId: programme.owner_organisation_id,
    document: await standingDocument(context, programme),
  };
}

/** Which rows of `programme as p` the actor sees: the rule of `model/policy.ts` as a condition. */
export { programmesSeen } from "./list-programmes.ts";
