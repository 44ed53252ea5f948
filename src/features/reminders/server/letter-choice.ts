import { commonProblem } from "#shared/problem.ts";
import { isMailAddress } from "#platform/mail/letter.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { isKnown } from "#features/places/model/access.ts";
import { USUAL_RHYTHM, type LetterChoiceView, type LetterRhythm } from "../model/letter-choice.ts";

/** How often letters come to me, and where. */
export async function readLetterChoice({ actor, tx, installation }: UseCaseContext): Promise<LetterChoiceView> {
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const row = await tx
    .selectFrom("letter_choice")
    .where("person_id", "=", actor.personId)
    .selectAll()
    .executeTakeFirst();
  const { login } = await tx
    .selectFrom("account")
    .where("id", "=", actor.accountId)
    .select("login")
    .executeTakeFirstOrThrow();
  return {
    rhythm: row?.rhythm ?? USUAL_RHYTHM,
    version: row?.version ?? null,
    address: isMailAddress(login) ? login : null,
    mail: installation.mail,
  };
}

/** My own word on how often letters come; it holds from the next letter. */
export async function saveLetterChoice(
  context: UseCaseContext,
  { rhythm, version }: { readonly rhythm: LetterRhythm; readonly version: number | null },
): Promise<LetterChoiceView> {
  const { actor, tx, journal } = context;
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const { personId } = actor;
  const row = await tx
    .selectFrom("letter_choice")
    .where("person_id", "=", personId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if ((row?.version ?? null) !== version)
    throw commonProblem("stale-write", {
      extra: { stored: row ? { rhythm: row.rhythm, version: row.version } : null, sent: { rhythm } },
    });
  if (row)
    await tx
      .updateTable("letter_choice")
      .set({ rhythm, version: row.version + 1 })
      .where("person_id", "=", personId)
      .execute();
  else await tx.insertInto("letter_choice").values({ person_id: personId, rhythm }).execute();
  await journal({
    territoryId: null,
    action: "letter-choice.save",
    subjectKind: "person",
    subjectId: personId,
    changes: changed({ rhythm: row?.rhythm ?? USUAL_RHYTHM }, { rhythm }),
  });
  return readLetterChoice(context);
}
