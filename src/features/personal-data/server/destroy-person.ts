import type { z } from "zod";
import { matchKey } from "#domain/russian/match-key.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { addDays, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Destroy } from "../model/contract.ts";
import { hindrancesOf, HINDRANCE_TEXT, namesSurname } from "../model/destruction.ts";
import { personalDataProblem } from "../model/problems.ts";
import { eraseValues, type Erased } from "./erase-values.ts";
import { keptPerson } from "./read-person-data.ts";
import { tiesOf } from "./ties.ts";

/**
 * Destroys the personal data of a person, everywhere at once and for good: values go, references stay under a pseudonym so that reports
 * keep their sense. What was erased is counted for the act; what stood there is kept nowhere. Refused whole while anything ties them.
 */
export async function destroyPerson(
  context: UseCaseContext,
  personId: Id,
  body: z.output<typeof Destroy>,
): Promise<{ id: Id }> {
  const { actor, tx, clock } = context;
  const { territoryId } = body;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  const { person } = await keptPerson(context, territoryId, personId, { lock: true });
  const hindrances = hindrancesOf(await tiesOf(context, person));
  if (hindrances.length > 0)
    throw personalDataProblem("still-tied", {
      values: { why: hindrances.map((one) => HINDRANCE_TEXT[one]).join(" ") },
    });
  if (person.version !== body.version)
    throw commonProblem("stale-write", {
      extra: { stored: { version: person.version }, sent: { version: body.version } },
    });
  if (matchKey(body.surname) !== matchKey(person.family_name))
    throw personalDataProblem("name-differs", {
      fields: { surname: "Наберите фамилию так, как она стоит в карточке." },
    });
  // the paper's words are kept for the act: they must not bring the name back
  if (namesSurname(body.basis, person.family_name))
    throw personalDataProblem("basis-names", { fields: { basis: "Номер и дата без фамилии." } });
  const erased = await eraseValues(context, person);
  return { id: await noteDestruction(context, personId, body, erased, clock.today(await timeZoneOf(tx, territoryId))) };
}

async function noteDestruction(
  context: UseCaseContext,
  personId: Id,
  { territoryId, reason, basis }: z.output<typeof Destroy>,
  erased: readonly Erased[],
  today: LocalDate,
): Promise<Id> {
  const { actor, tx, clock } = context;
  const { copiesKeptDays } = context.installation;
  const id = context.newId();
  await tx
    .insertInto("destruction")
    .values({
      territory_id: territoryId,
      id,
      person_id: personId,
      at: clock.now(),
      on_day: today,
      made_by: actor.kind === "person" ? actor.personId : personId,
      reason,
      basis,
      erased: JSON.stringify(erased),
      copies_until: copiesKeptDays === undefined ? null : addDays(today, copiesKeptDays),
    })
    .execute();
  await context.journal({
    territoryId,
    action: "person.destroy",
    subjectKind: "person",
    subjectId: personId,
    detail: { destructionId: id, reason, erased },
  });
  return id;
}
