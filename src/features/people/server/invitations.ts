import { sql } from "kysely";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import { localDateAt } from "#shared/local-date.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Invitation } from "../model/people-contract.ts";

/** The last invitation of each account that was ever invited, by account. */
export async function invitationsOf(
  context: UseCaseContext,
  territoryId: Id,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<Id, Invitation>> {
  const { tx, clock } = context;
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ account_id: Id; made_at: Date; opens: boolean }>`
    select * from invitations_of(${[...accountIds]}::uuid[], ${clock.real()})`.execute(tx);
  const zone = await timeZoneOf(tx, territoryId);
  // links live by the machine's clock, pages show the product's
  const shift = clock.now().getTime() - clock.real().getTime();
  return new Map(
    rows.map((row) => [
      row.account_id,
      { madeOn: localDateAt(new Date(new Date(row.made_at).getTime() + shift), zone), opens: row.opens },
    ]),
  );
}
