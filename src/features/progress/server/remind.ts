import type { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { answerersOf, checkersOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Remind, Reminded } from "../model/contract.ts";
import { reminds } from "../model/policy.ts";
import { progressProblem } from "../model/problems.ts";
import { programmeSeen } from "./load-programmes.ts";
import { progressRows } from "./progress-groups.ts";

/** Tells everybody who answers for a bearer of the occurrence that it is due; once a day however often it is pressed. */
export async function remind(
  context: RequestContext<unknown, unknown, z.output<typeof Remind>>,
): Promise<z.infer<typeof Reminded>> {
  const { actor, tx, body, clock } = context;
  const { territoryId, measureId, occurrenceKey } = body;
  const measure = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("id", "=", measureId)
    .select(["programme_id", "number", "title"])
    .executeTakeFirst();
  if (!measure) throw commonProblem("not-found");
  const programme = await programmeSeen(tx, actor, territoryId, measure.programme_id);
  if (!reminds(actor, { territoryId, ownerOrganisationId: programme.owner_organisation_id }))
    throw commonProblem("not-allowed");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const rows = await progressRows(tx, territoryId, actor, { measureId, occurrence: occurrenceKey }, today).execute();
  const open = rows.filter((row) => row.closed_at === null);
  const [first] = open.sort((a, b) => (a.due_on < b.due_on ? -1 : 1));
  if (!first || rows.some((row) => row.report_id !== null)) throw progressProblem("nothing-to-remind");
  const personIds = await answering(tx, territoryId, open, today);
  if (personIds.length === 0) throw progressProblem("nobody-to-remind");
  const name = measure.number ? `${measure.number} ${measure.title}` : measure.title;
  await notify(context, {
    territoryId,
    personIds,
    kind: "measure-reminder",
    text: `Напоминаем: ${quoted(name)}, срок ${dateInWords(first.due_on)}. Отчёт ещё никто не начал.`,
    link: "/todo",
    dedupeKey: `reminder ${measureId} ${occurrenceKey} ${today}`,
  });
  await context.journal({
    territoryId,
    action: "measure.remind",
    subjectKind: "measure",
    subjectId: measureId,
    programmeId: programme.id,
    detail: { occurrenceKey, people: personIds.length },
  });
  return { people: personIds.length };
}

/**
 * Who answers for these obligations: the person named, else heads and deputies of the organisation; officers for the authority and
 * the territory itself, methodologists for the methodological centre.
 */
async function answering(tx: Tx, territoryId: Id, rows: readonly ObligationRecord[], today: LocalDate): Promise<Id[]> {
  const organisationIds = [...new Set(rows.flatMap((row) => row.bearer_organisation_id ?? []))];
  const heads = await answerersOf(tx, territoryId, organisationIds, today);
  const officers = await checkersOf(tx, { territoryId, ownerOrganisationId: null, officerPersonId: null }, today);
  const methodologists = await methodologistsOf(tx, territoryId, today);
  const people = rows.flatMap((row): readonly Id[] => {
    if (row.delegated_to) return [row.delegated_to];
    if (row.bearer_person_id) return [row.bearer_person_id];
    const own = heads.filter((person) => person.organisationId === row.bearer_organisation_id);
    if (row.bearer_kind !== "organisation" || row.bearer_organisation_kind === "authority") own.push(...officers);
    const ids = own.map((person) => person.id);
    return row.bearer_organisation_kind === "methodological_centre" ? [...ids, ...methodologists] : ids;
  });
  return [...new Set(people)];
}

async function methodologistsOf(tx: Tx, territoryId: Id, today: LocalDate): Promise<Id[]> {
  const rows = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("role", "=", "methodologist")
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .select("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}
