import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { peopleProblem } from "../model/problems.ts";
import { governed } from "./accounts.ts";
import { factorStands } from "./sealed-factor.ts";
import { tellPerson } from "./tell-person.ts";

/** Takes somebody's second step off, for one who has lost the phone and the recovery codes; every session of theirs ends. */
export async function resetFactor(context: UseCaseContext, personId: Id, territoryId: Id): Promise<{ ok: true }> {
  const account = await governed(context, territoryId, personId);
  if (!account) throw peopleProblem("no-account");
  if (!(await factorStands(context.tx, account.id))) throw peopleProblem("no-factor");
  await sql`select drop_factor(${account.id}), close_other_sessions(${account.id}, null), close_steps(${account.id})`.execute(
    context.tx,
  );
  await context.journal({ territoryId, action: "factor.reset", subjectKind: "person", subjectId: personId });
  await tellPerson(context, account.id, "factor-reset");
  return { ok: true };
}

/** Ends every session of somebody's account; the account itself stays open. */
export async function endSessions(context: UseCaseContext, personId: Id, territoryId: Id): Promise<{ ok: true }> {
  const account = await governed(context, territoryId, personId);
  if (!account) throw peopleProblem("no-account");
  await sql`select close_other_sessions(${account.id}, null), close_steps(${account.id})`.execute(context.tx);
  await context.journal({ territoryId, action: "account.sign-out", subjectKind: "person", subjectId: personId });
  return { ok: true };
}
