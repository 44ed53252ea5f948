import type { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { answeringFor } from "#features/obligations/server/public.ts";
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
  const answering = await answeringFor(tx, territoryId, open, today);
  const personIds = [...new Set([...answering.values()].flatMap(({ people }) => people))];
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
