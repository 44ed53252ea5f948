import { makeToken, tokenHash } from "../src/platform/auth/secrets.ts";
import { makeId, type Id } from "../src/shared/ids.ts";
import { asked } from "./ground.ts";

/** Whoever works in a world, signed in for the time of a bench. */
export interface BenchOfficer {
  readonly territoryId: Id;
  readonly personId: Id;
  /** a header of requests */
  readonly cookie: string;
}

/** The officer of the first municipality of a filled world; of another role or place by its number. */
export async function officerOf(url: string, { role = "officer", at = 0 } = {}): Promise<BenchOfficer> {
  const [found] = await asked<{ territory_id: Id; person_id: Id; account_id: Id }>(
    url,
    `select r.territory_id, r.person_id, a.id as account_id from role_assignment r join account a on a.person_id = r.person_id
     where r.role = $1 and r.to_on is null order by r.territory_id, r.id offset $2 limit 1`,
    [role, at],
  );
  if (!found) throw new Error(`nobody in this world is «${role}» with the number ${at}`);
  const token = makeToken();
  await asked(url, "select open_session($1, $2, $3, now(), now() + interval '12 hours', 'bench')", [
    tokenHash(token),
    makeId(),
    found.account_id,
  ]);
  return { territoryId: found.territory_id, personId: found.person_id, cookie: `orientir_session=${token}` };
}
