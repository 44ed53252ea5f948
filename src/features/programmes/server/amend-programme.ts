import { dateInWords } from "#domain/russian/dates.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { isEditable } from "../model/lifecycle.ts";
import { leadsProgramme } from "../model/policy.ts";
import { programmeProblem } from "../model/problems.ts";
import type { RedactionDocument } from "../model/redaction-document.ts";
import { differenceOf, isNothing, type DifferenceCounts } from "../model/redaction-difference.ts";
import { countsInWords } from "../model/redaction-words.ts";
import type { Directive } from "../model/step-form.ts";
import { contentStamp } from "./content-stamp.ts";
import { givenDirective, requireDirective, settleDirective, type GivenDirective } from "./directive.ts";
import { factsOf, loadEditableProgramme, loadProgramme, type ProgrammeRecord } from "./load-programme.ts";
import { recordChange } from "./record-change.ts";
import { documentOf, keepRedaction, lastRedaction, readStanding, standingDocument } from "./redaction-rows.ts";
import { writeDocument } from "./write-document.ts";

export interface AmendingDirective {
  readonly directive?: Directive | undefined;
  /** the day the changes take effect */
  readonly effectiveOn: LocalDate;
}

export interface Amendment extends AmendingDirective {
  /** the new document, with the identities of what stays */
  readonly document: RedactionDocument;
  /** what the programme looked like when it was compared (`contentStamp`) */
  readonly stamp: string;
  readonly importId: Id;
}

/** A programme that its leaders may amend by an order: in force and not finished; locked. Throws «not-in-force» for a draft. */
export async function loadAmendable(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeRecord> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  if (programme.status === "draft") throw programmeProblem("not-in-force");
  return programme;
}

/** The same programme to look at: nothing of it is locked. */
export async function seeAmendable(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammeRecord> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  if (!leadsProgramme(context.actor, factsOf(programme))) throw commonProblem("not-allowed");
  if (!isEditable(programme.status)) throw programmeProblem("programme-finished");
  if (programme.status === "draft") throw programmeProblem("not-in-force");
  return programme;
}

/**
 * Brings a programme in force to a new redaction by an order: one undoable change of its rows, the order registered, the document kept.
 * Measures keep their identity and so their reports; what the new document has no more is closed from the day named, never removed.
 * Throws «amendment-stale» where the programme has changed since it was compared.
 */
export async function amendProgramme(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  { document, stamp, importId, directive: form, effectiveOn }: Amendment,
): Promise<{ redactionId: Id; changeId: Id | null }> {
  const programme = await loadAmendable(context, territoryId, programmeId);
  if ((await contentStamp(context.tx, programme)) !== stamp) throw programmeProblem("amendment-stale");
  const directive = await checkOrder(context, programme, { directive: form, effectiveOn });
  const standing = await readStanding(context, programme);
  const difference = differenceOf(standing.document, document);
  if (isNothing(difference)) throw programmeProblem("nothing-amended");
  const paperId = await settleDirective(context, programme, directive, ABOUT);
  const { changeId } = await recordChange(context, programme, await allMeasures(context, programme), async () => {
    await writeDocument(context, programme, standing, document, { importId, effectiveOn });
    return {
      label: amendmentLabel(directive, difference.counts),
      action: "programme.amend",
      subjectKind: "programme",
      subjectId: programmeId,
    };
  });
  const redactionId = await keepNow(context, programme, { paperId, effectiveOn, importId, changeId });
  return { redactionId, changeId };
}

/** Keeps what was edited by hand since the last redaction as a redaction of its own, by an order. */
export async function registerRedaction(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  { directive: form, effectiveOn, stamp }: AmendingDirective & { readonly stamp: string },
): Promise<{ redactionId: Id }> {
  const programme = await loadAmendable(context, territoryId, programmeId);
  if ((await contentStamp(context.tx, programme)) !== stamp) throw programmeProblem("amendment-stale");
  const directive = await checkOrder(context, programme, { directive: form, effectiveOn });
  const last = await lastRedaction(context, programme);
  const document = await standingDocument(context, programme);
  if (isNothing(differenceOf(documentOf(last), document))) throw programmeProblem("nothing-amended");
  const paperId = await settleDirective(context, programme, directive, ABOUT);
  await context.journal({
    territoryId,
    action: "programme.register",
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
    detail: { paperId },
  });
  return { redactionId: await keepNow(context, programme, { paperId, effectiveOn, importId: null, changeId: null }) };
}

const ABOUT = "О внесении изменений в программу";

async function checkOrder(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  order: AmendingDirective,
): Promise<GivenDirective> {
  const directive = await givenDirective(context, programme.territory_id, order.directive);
  requireDirective(directive, "no-amending-directive");
  const last = await lastRedaction(context, programme);
  if (order.effectiveOn < last.effective_on)
    throw programmeProblem("effective-too-early", {
      values: { day: dateInWords(last.effective_on) },
      fields: { effectiveOn: "Укажите более поздний день." },
    });
  return directive;
}

/** The document as it is after the change: the record read before it knows the old passport. */
async function keepNow(
  context: UseCaseContext,
  { territory_id: territoryId, id }: ProgrammeRecord,
  redaction: Parameters<typeof keepRedaction>[2],
): Promise<Id> {
  return keepRedaction(context, await loadEditableProgramme(context, territoryId, id), redaction);
}

async function allMeasures({ tx }: UseCaseContext, { territory_id: territoryId, id }: ProgrammeRecord): Promise<Id[]> {
  const rows = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", id)
    .select("id")
    .execute();
  return rows.map((row) => row.id);
}

function amendmentLabel({ number, datedOn }: GivenDirective, counts: DifferenceCounts): string {
  const order = `Внесены изменения приказом от ${dateInWords(datedOn!)} № ${number}`;
  return [order, countsInWords(counts)].filter(Boolean).join(": ");
}
