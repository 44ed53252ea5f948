import type { Insertable } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { hot } from "#platform/db/hot.ts";
import type { Tables } from "#platform/db/tables.ts";
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
export function notify(context: UseCaseContext, notice: NewNotice, today?: LocalDate): Promise<void> {
  return notifyEach(context, notice.territoryId, [notice], today);
}

/** Several at once, each by the rules of one, in as many statements as one takes; `today` where the caller knows it. */
export async function notifyEach(
  context: UseCaseContext,
  territoryId: Id,
  notices: readonly Omit<NewNotice, "territoryId">[],
  known?: LocalDate,
): Promise<void> {
  const { actor, tx, clock, newId } = context;
  const isAnother = (id: Id) => actor.kind !== "person" || id !== actor.personId;
  const told = notices.flatMap((notice) =>
    [...new Set(notice.personIds)].filter(isAnother).map((personId) => ({ notice, personId })),
  );
  if (told.length === 0) return;
  const today = known ?? clock.today(await timeZoneOf(tx, territoryId));
  const held = await standingAmong(tx, territoryId, [...new Set(told.map(({ personId }) => personId))], today);
  const standing = told.filter(({ personId }) => held.has(personId));
  if (standing.length === 0) return;
  const now = clock.now();
  await kept(tx, {
    rows: standing.map(({ notice, personId }) => ({
      territory_id: territoryId,
      id: newId(),
      person_id: personId,
      kind: notice.kind,
      text: notice.text,
      link: notice.link,
      created_at: now,
      read_at: null,
      dedupe_key: notice.dedupeKey,
      letter_text: notice.letterText ?? null,
      lettered_at: notice.ownLetter ? now : null,
    })),
  });
  const lettered = standing.filter(({ notice }) => !notice.ownLetter).map(({ personId }) => personId);
  if (context.installation.mail && lettered.length > 0)
    await context.send(
      NOTICE_LETTER_QUEUE,
      { territoryId, personIds: [...new Set(lettered)] },
      { afterSeconds: GATHERED_SECONDS },
    );
}

const kept = hot((tx, { rows }: { readonly rows: readonly Insertable<Tables["notice"]>[] }) =>
  tx
    .insertInto("notice")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["territory_id", "person_id", "dedupe_key"]).doNothing()),
);
