import { placeOfFault } from "#shared/problem.ts";
import type { Database } from "#platform/db/database.ts";
import { ORIGIN_DAYS } from "#platform/journal/verify.ts";
import { RETENTION } from "#features/personal-data/model/retention.ts";

const EVERY_MS = 6 * 60 * 60_000;

/** What no one can use any more: ended sessions, links a month after their end, answers kept for retries after a week, addresses in the journal after a year. */
export const SPENT = [
  "delete from session where expires_at < now() or last_seen_at < now() - interval '1 hour'",
  "delete from sign_in_step where expires_at < now()",
  "delete from second_factor_offer where expires_at < now()",
  "delete from guess where until < now()",
  // where no mail server is set any more, no job is left to empty a letter that came too late
  "update letter set sealed = null, given_up_at = now(), why = 'out-of-date' where sealed is not null and until < now()",
  `delete from letter where sealed is null and queued_at < now() - interval '${RETENTION.letters.days} days'`,
  `delete from sign_in_link where expires_at < now() - interval '${RETENTION.links.days} days'`,
  `delete from calendar_feed where revoked_at < now() - interval '${RETENTION.links.days} days'`,
  `delete from idempotency where at < now() - interval '${RETENTION.answers.days} days'`,
  `delete from journal_origin where day < current_date - ${ORIGIN_DAYS}`,
];

/** Clears spent secrets and stored answers now and every six hours, as the owner. Returns the timer. */
export function keepPurging(database: Database, log: (line: string) => void): NodeJS.Timeout {
  const purge = async () => {
    for (const statement of SPENT) await database.pool.query(statement);
  };
  const run = () => void purge().catch((fault: unknown) => log(`сбой уборки: ${placeOfFault(fault)}`));
  run();
  return setInterval(run, EVERY_MS).unref();
}
