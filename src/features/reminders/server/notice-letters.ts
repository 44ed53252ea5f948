import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { localDateAt } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { NOTICE_LETTER_QUEUE } from "#features/notices/server/public.ts";
import { digestLetter } from "../model/digest-letter.ts";
import { writableFrom } from "../model/hours.ts";
import { addresseesOf } from "./addressees.ts";
import { rulesOf } from "./rules.ts";
import { takeNotices } from "./told-notices.ts";

/** Letters of notices to those who want them at once; in quiet hours and on days off they wait together. */
export const noticeLetterJobs: readonly Job[] = [
  job({
    queue: NOTICE_LETTER_QUEUE,
    data: z.object({ territoryId: id, personIds: z.array(id) }),
    handle: ({ territoryId, personIds }, worker) =>
      worker.within(territoryId, (context) => writeAtOnce(context, territoryId, personIds)),
  }),
];

async function writeAtOnce(context: UseCaseContext, territoryId: Id, personIds: readonly Id[]): Promise<void> {
  const { tx, clock, send } = context;
  const territory = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select(["time_zone", "is_demo"])
    .executeTakeFirst();
  if (!territory || territory.is_demo) return;
  const wanted = (await addresseesOf(tx, personIds)).filter(({ rhythm }) => rhythm === "atOnce");
  if (wanted.length === 0) return;
  const { rules } = await rulesOf(tx, territoryId);
  const { time_zone: timeZone } = territory;
  const now = clock.now();
  const wait = Math.ceil((writableFrom(rules, timeZone, now).getTime() - now.getTime()) / 1000);
  if (wait > 0) return send(NOTICE_LETTER_QUEUE, { territoryId, personIds: [...personIds] }, { afterSeconds: wait });
  const notices = await takeNotices(
    context,
    territoryId,
    wanted.map((one) => one.personId),
  );
  for (const { personId, accountId, called, to } of wanted) {
    const told = notices.get(personId);
    if (!told) continue;
    const words = digestLetter({
      called,
      today: localDateAt(now, timeZone),
      owed: [],
      escalated: "",
      longLate: { days: 0, bearers: [] },
      notices: told,
    });
    const quiet = { timeZone, from: rules.quietFrom, to: rules.quietTo };
    await sendLetter(context, accountId, { ...words, to, quiet });
  }
}
