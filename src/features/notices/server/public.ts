import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { standingAmong } from "#features/people/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";

export interface NewNotice {
  readonly territoryId: Id;
  readonly personIds: readonly Id[];
  /** noun-verb: «report-returned» */
  readonly kind: string;
  /** one Russian sentence */
  readonly text: string;
  /** a path of the product: «/reports/…» */
  readonly link: string;
  /** the same key to the same person is told once; null tells every time */
  readonly dedupeKey: string | null;
  /** what a letter says instead, where the sentence holds words that somebody wrote with their own hand */
  readonly letterText?: string;
  /** whoever tells it writes the letter too: none is made of the notice */
  readonly ownLetter?: true;
}

/** Letters of notices, for those who want them at once: {territoryId, personIds}. Handled by `reminders`. */
export const NOTICE_LETTER_QUEUE = "notice-letter";
/** Long enough for what is taken back within its minute, and for several notices of one deed. */
const GATHERED_SECONDS = 90;

/**
 * Tells people inside the product, in the same transaction. Nobody is told of what they did themselves, nor who holds no role in the
 * territory any more.
 */
export async function notify(context: UseCaseContext, notice: NewNotice): Promise<void> {
  const { actor } = context;
  const told = [...new Set(notice.personIds)].filter((id) => actor.kind !== "person" || id !== actor.personId);
  if (told.length === 0) return;
  const today = context.clock.today(await timeZoneOf(context.tx, notice.territoryId));
  const held = await standingAmong(context.tx, notice.territoryId, told, today);
  const standing = told.filter((id) => held.has(id));
  if (standing.length === 0) return;
  await context.tx
    .insertInto("notice")
    .values(
      standing.map((personId) => ({
        territory_id: notice.territoryId,
        id: context.newId(),
        person_id: personId,
        kind: notice.kind,
        text: notice.text,
        link: notice.link,
        created_at: context.clock.now(),
        read_at: null,
        dedupe_key: notice.dedupeKey,
        letter_text: notice.letterText ?? null,
        lettered_at: notice.ownLetter ? context.clock.now() : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["territory_id", "person_id", "dedupe_key"]).doNothing())
    .execute();
  if (context.installation.mail && !notice.ownLetter)
    await context.send(
      NOTICE_LETTER_QUEUE,
      { territoryId: notice.territoryId, personIds: standing },
      { afterSeconds: GATHERED_SECONDS },
    );
}
