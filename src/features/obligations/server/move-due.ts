import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { notify } from "#features/notices/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ObligationRow } from "../model/contract.ts";
import { decidesObligation } from "../model/policy.ts";
import { obligationProblem } from "../model/problems.ts";
import { closeReasonInWords } from "../model/text.ts";
import { colleaguesOf } from "./delegate.ts";
import { loadObligation } from "./load-obligation.ts";
import { placeOf, presentObligation } from "./obligation-rows.ts";
import { answerersOf } from "./people-of.ts";

/** Sets a due day by hand, with the reason; replanning leaves it from then on. */
export async function moveDue(
  context: RequestContext<
    { territoryId: Id; obligationId: Id },
    unknown,
    { version: number; dueOn: LocalDate; reason: string }
  >,
): Promise<ObligationRow> {
  const { actor, tx, params, body, clock } = context;
  const row = await loadObligation(tx, actor, params.territoryId, params.obligationId, true);
  if (!decidesObligation(actor, placeOf(row))) throw commonProblem("not-allowed");
  const today = clock.today(await timeZoneOf(tx, params.territoryId));
  if (row.version !== body.version)
    throw commonProblem("stale-write", { extra: { yours: body, theirs: presentObligation(row, actor, today) } });
  if (row.closed_at)
    throw obligationProblem("obligation-closed", { values: { reason: closeReasonInWords(row.close_reason) } });
  if (row.report_state === "submitted" || row.report_state === "accepted")
    throw obligationProblem("obligation-answered");
  await tx
    .updateTable("obligation")
    .set({
      due_on: body.dueOn,
      opens_on: row.opens_on > body.dueOn ? body.dueOn : row.opens_on,
      due_moved: true,
      version: sql`version + 1`,
    })
    .where("territory_id", "=", params.territoryId)
    .where("id", "=", row.id)
    .execute();
  await context.journal({
    territoryId: params.territoryId,
    action: "obligation.move-due",
    subjectKind: "obligation",
    subjectId: row.id,
    programmeId: row.programme_id,
    changes: changed({ dueOn: row.due_on }, { dueOn: body.dueOn }),
    detail: { reason: body.reason },
  });
  const heads = row.bearer_organisation_id
    ? await answerersOf(tx, params.territoryId, [row.bearer_organisation_id], today)
    : [];
  // to whom it was handed may have left the organisation since
  const handed = row.delegated_to
    ? (await colleaguesOf(tx, row, today)).filter((person) => person.id === row.delegated_to)
    : [];
  await notify(context, {
    territoryId: params.territoryId,
    personIds: [
      ...[...heads, ...handed].map((person) => person.id),
      ...(row.bearer_person_id ? [row.bearer_person_id] : []),
    ],
    kind: "obligation-moved",
    text: `Срок ${quoted(row.measure_title)} перенесён на ${dateInWords(body.dueOn)}: ${body.reason}`,
    letterText: `Срок ${quoted(row.measure_title)} перенесён на ${dateInWords(body.dueOn)}`,
    link: `/todo/${params.territoryId}/${row.id}`,
    dedupeKey: null,
  });
  return presentObligation(await loadObligation(tx, actor, params.territoryId, row.id), actor, today);
}
