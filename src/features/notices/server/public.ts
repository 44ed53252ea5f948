import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";

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
}

/** Tells people inside the product, in the same transaction. Nobody is told of what they did themselves. */
export async function notify(context: UseCaseContext, notice: NewNotice): Promise<void> {
  const { actor } = context;
  const told = [...new Set(notice.personIds)].filter((id) => actor.kind !== "person" || id !== actor.personId);
  if (told.length === 0) return;
  await context.tx
    .insertInto("notice")
    .values(
      told.map((personId) => ({
        territory_id: notice.territoryId,
        id: context.newId(),
        person_id: personId,
        kind: notice.kind,
        text: notice.text,
        link: notice.link,
        created_at: context.clock.now(),
        read_at: null,
        dedupe_key: notice.dedupeKey,
      })),
    )
    .onConflict((conflict) => conflict.columns(["territory_id", "person_id", "dedupe_key"]).doNothing())
    .execute();
}
