import { cutText } from "#shared/cut-text.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { paperOf, registerPaper } from "#features/papers/server/public.ts";
import { programmeProblem, type ProgrammeProblem } from "../model/problems.ts";
import type { Directive } from "../model/step-form.ts";
import type { ProgrammeRecord } from "./load-programme.ts";

/** What a step that needs a directive was given: one registered already is read, one to register stands as it was typed. */
export interface GivenDirective {
  readonly paperId: Id | null;
  readonly number: string;
  readonly datedOn: LocalDate | null;
  readonly form: Directive | undefined;
}

/** Reads what was given; throws «paper-unknown» where it is not there for the actor. */
export async function givenDirective(
  context: UseCaseContext,
  territoryId: Id,
  form: Directive | undefined,
): Promise<GivenDirective> {
  if (!form) return { paperId: null, number: "", datedOn: null, form };
  if (!("paperId" in form)) return { paperId: null, number: form.number, datedOn: form.datedOn, form };
  const paper = await paperOf(context, territoryId, form.paperId).catch(() => {
    throw programmeProblem("paper-unknown");
  });
  return { paperId: paper.id, number: paper.number, datedOn: paper.datedOn as LocalDate | null, form };
}

/** A directive is one with a number and a day. */
export function hasNumberAndDay({ number, datedOn }: GivenDirective): boolean {
  return number !== "" && datedOn !== null;
}

/** The fields of the form to mark where a directive is asked for. */
export function directiveFields({ number, datedOn }: GivenDirective): Record<string, string> {
  return {
    ...(number ? {} : { "directive.number": "Укажите номер приказа." }),
    ...(datedOn ? {} : { "directive.datedOn": "Укажите дату приказа." }),
  };
}

/** Throws `code` with the fields marked, unless the directive has its number and day. */
export function requireDirective(given: GivenDirective, code: ProgrammeProblem): void {
  if (!hasNumberAndDay(given)) throw programmeProblem(code, { fields: directiveFields(given) });
}

/** The paper of the directive, registered now where it was typed; `about` stands where nobody wrote what it is about. */
export async function settleDirective(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  { paperId, form }: GivenDirective,
  about: string,
): Promise<Id> {
  if (paperId) return paperId;
  if (!form || "paperId" in form) throw programmeProblem("paper-unknown");
  return registerPaper(context, {
    territoryId: programme.territory_id,
    kind: "directive",
    number: form.number,
    datedOn: form.datedOn,
    title: form.title || cutText(`${about} ${quoted(programme.title)}`, 1000),
    issuerOrganisationId: form.issuerOrganisationId ?? programme.owner_organisation_id,
    fileId: form.fileId,
  });
}
