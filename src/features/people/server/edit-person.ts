import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, ofPerson } from "#platform/journal/change.ts";
import type { EditPerson } from "../model/people-contract.ts";
import { managesAccount } from "../model/policy.ts";
import { peopleProblem } from "../model/problems.ts";
import { findPerson } from "./read-person.ts";
import { placesHeldBy } from "./standings.ts";

/** Corrects a name or a phone. Their values go where erasure reaches them, the journal holds their hashes. */
export async function editPerson(
  context: UseCaseContext,
  personId: Id,
  body: z.output<typeof EditPerson>,
): Promise<{ ok: true }> {
  const { territoryId, version, ...fields } = body;
  const { person, managed } = await findPerson(context, territoryId, personId, { lock: true });
  if (!managed) throw commonProblem("not-allowed");
  if (!managesAccount(context.actor, await placesHeldBy(context, personId))) throw peopleProblem("outranked");
  const stored = {
    familyName: person.family_name,
    givenName: person.given_name,
    patronymic: person.patronymic,
    phone: person.phone,
  };
  if (person.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { ...stored, version: person.version }, sent: fields } });
  await context.tx
    .updateTable("person")
    .set({
      family_name: fields.familyName,
      given_name: fields.givenName,
      patronymic: fields.patronymic,
      phone: fields.phone,
      version: person.version + 1,
    })
    .where("id", "=", personId)
    .execute();
  await context.journal({
    territoryId,
    action: "person.edit",
    subjectKind: "person",
    subjectId: personId,
    changes: ofPerson(personId, changed(stored, fields)),
  });
  return { ok: true };
}
