import { z } from "zod";
import { counted } from "#domain/russian/plural.ts";
import { id } from "#shared/atoms.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { RETENTION } from "../model/retention.ts";
import { endedIn } from "./read-retention.ts";
import { administratorsOf } from "./requests.ts";

export const RETENTION_QUEUE = "personal-data-retention";
const DAY_MS = 86_400_000;

/** Looks whose term has ended in one territory and tells its administrators, once for the same people. Nothing of a person is deleted. */
async function proposeRetention(context: UseCaseContext, territoryId: string): Promise<void> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const ended = await endedIn(context, territoryId, today);
  if (ended.length === 0) return;
  const last = ended
    .map((one) => one.keptUntil)
    .sort()
    .at(-1);
  await notify(context, {
    territoryId,
    personIds: await administratorsOf(context, territoryId),
    kind: "retention-ended",
    text: `Вышел срок хранения персональных данных: ${counted(ended.length, ["человек", "человека", "человек"])}. Решите, что с ними делать`,
    link: "/personal-data/retention",
    dedupeKey: `retention ${last} ${ended.length}`,
  });
}

async function stands({ tx }: UseCaseContext, territoryId: string): Promise<boolean> {
  return Boolean(await tx.selectFrom("territory").where("id", "=", territoryId).select("id").executeTakeFirst());
}

/** Notices are read once and then only hold what they hold: they go by their term, read or not. */
async function purgeNotices({ tx, clock }: UseCaseContext, territoryId: string): Promise<void> {
  await tx
    .deleteFrom("notice")
    .where("territory_id", "=", territoryId)
    .where("created_at", "<", new Date(clock.now().getTime() - RETENTION.notices.days * DAY_MS))
    .execute();
}

/** The daily look at terms, a territory at a time. */
export const retentionJobs: readonly Job[] = [
  job({
    queue: RETENTION_QUEUE,
    data: z.object({ territoryId: id }),
    handle: ({ territoryId }, worker) =>
      worker.within(territoryId, async (context) => {
        // the demo may have been taken away since the job was asked for
        if (!(await stands(context, territoryId))) return;
        await purgeNotices(context, territoryId);
        await proposeRetention(context, territoryId);
      }),
  }),
];
