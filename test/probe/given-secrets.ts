import type pg from "pg";
import { hashPassword, makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Known } from "./forms.ts";
import { markOf } from "./marks.ts";
import type { Put } from "./people.ts";
import type { Town } from "./town.ts";

const PASSWORD = "длинный пароль для пробы";

/** A password of each municipality's officer, and an invitation that nobody has used yet, and a link to a calendar. */
export async function givenSecrets(
  put: Put,
  pool: pg.Pool,
  towns: readonly Town[],
): Promise<Pick<Known, "password" | "logins" | "invitations" | "feeds">> {
  const hash = await hashPassword(PASSWORD);
  const logins = new Map<Id, string>();
  const feeds = new Map<Id, string>();
  const invitations = new Map<Id, string>();
  for (const { territoryId, people } of towns) {
    for (const { accountId } of [...Object.values(people.office), ...Object.values(people.school)])
      await put("credential", { account_id: accountId, password_hash: hash });
    logins.set(territoryId, `${markOf(people.office.officer.accountId!)}@example.test`);
    const secret = makeToken();
    const { accountId } = people.neighbour.teacher;
    await pool.query("select make_link($1, 'recovery', $2, now(), now() + interval '1 day')", [
      tokenHash(secret),
      accountId,
    ]);
    invitations.set(territoryId, secret);
    const feed = makeToken();
    await put("calendar_feed", {
      token_hash: tokenHash(feed),
      id: makeId(),
      account_id: accountId,
      made_at: new Date(),
    });
    feeds.set(territoryId, feed);
  }
  return { password: PASSWORD, logins, invitations, feeds };
}
