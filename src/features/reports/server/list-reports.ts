import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { typedWords } from "#platform/db/word-search.ts";
import { belongsToTerritory, isKnown } from "#features/places/model/access.ts";
import { shortName } from "#features/people/model/names.ts";
import { awaitingDecision, namedBy, placeOf, seenBy, selectObligations } from "#features/obligations/server/public.ts";
import { periodInWords } from "#features/obligations/model/text.ts";
import { decidesObligation } from "#features/obligations/model/policy.ts";
import type { QueueQuery, ReportList, ReportRow } from "../model/contract.ts";
import { seesDrafts } from "#features/obligations/model/policy.ts";

const PAGE = 50;

/** The reports the actor sees; those that wait for a decision oldest first, all others newest first. */
export async function listReports(
  context: RequestContext<unknown, z.output<typeof QueueQuery>, unknown>,
): Promise<ReportList> {
  const { actor, tx, query } = context;
  const { territoryId } = query;
  if (!isKnown(actor) || !belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  const waiting = query.state === "toReview" || query.state === "submitted";
  const base =
    query.state === "toReview"
      ? awaitingDecision(tx, actor, territoryId)
      : selectObligations(tx, territoryId).where("r.id", "is not", null);
  let rows = base.where((eb) => eb.or([eb("r.author_person_id", "=", actor.personId), seenBy(actor, territoryId)(eb)]));
  if (query.state !== "all" && query.state !== "toReview") rows = rows.where("r.state", "=", query.state);
  if (!seesDrafts(actor, territoryId)) rows = rows.where("r.state", "!=", "draft");
  if (query.organisationId) rows = rows.where("o.bearer_organisation_id", "=", query.organisationId);
  if (query.programmeId) rows = rows.where("o.programme_id", "=", query.programmeId);
  const words = typedWords(query.q);
  if (words) rows = namedBy(rows, words);
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(distinct r.id)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const order = sql<Date>`coalesce(max(r.submitted_at), max(r.saved_at))`;
  const page = await rows
    .clearSelect()
    .select(["r.id as report_id", order.as("at")])
    .groupBy("r.id")
    .orderBy("at", waiting ? "asc" : "desc")
    .orderBy("report_id")
    .limit(PAGE)
    .offset((query.page - 1) * PAGE)
    .execute();
  const ids = page.flatMap((row) => (row.report_id ? [row.report_id] : []));
  return { rows: await presentRows(context, territoryId, ids), total, page: query.page, pageSize: PAGE };
}

/** Reports as rows of a list, in the order of their ids; asks no rights, the caller has asked them. */
export async function presentRows(
  { tx, actor }: Pick<UseCaseContext, "tx" | "actor">,
  territoryId: Id,
  ids: readonly Id[],
): Promise<ReportRow[]> {
  const full =
    ids.length === 0
      ? []
      : await selectObligations(tx, territoryId).where("r.id", "in", ids).orderBy("o.due_on").orderBy("o.id").execute();
  const authors =
    ids.length === 0
      ? []
      : await tx
          .selectFrom("report as r")
          .innerJoin("person as p", "p.id", "r.author_person_id")
          .where("r.territory_id", "=", territoryId)
          .where("r.id", "in", ids)
          .select(["r.id", "p.family_name", "p.given_name", "p.patronymic"])
          .execute();
  const present = (id: Id): ReportRow => {
    const answered = full.filter((row) => row.report_id === id);
    const first = answered[0]!;
    return {
      id,
      territoryId,
      state: first.report_state!,
      kind: first.report_kind!,
      bearerName: first.bearer_name ?? first.territory_name,
      title: first.measure_title,
      measureNumber: first.measure_number,
      period: periodInWords(first.occurrence_key),
      programmeId: first.programme_id,
      programmeTitle: first.programme_title,
      dueOn: first.due_on,
      obligations: answered.length,
      authorName: shortName(authors.find((author) => author.id === id)!),
      savedAt: first.saved_at!.toISOString(),
      submittedAt: first.submitted_at?.toISOString() ?? null,
      decidedAt: first.decided_at?.toISOString() ?? null,
      version: first.report_version!,
      canDecide: first.report_state === "submitted" && decidesObligation(actor, placeOf(first)),
    };
  };
  return ids.map(present);
}
