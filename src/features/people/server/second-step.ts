import { sql } from "kysely";
import { tokenHash } from "#platform/auth/secrets.ts";
import type { BeforeRequest, JsonReply, RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import type { Entered } from "../model/contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { fittingCode, takeCode, type FittingCode } from "./check-code.ts";
import { cookieOf } from "./cookie.ts";
import { openSession, type FirstStep } from "./open-session.ts";
import { tellPerson } from "./tell-person.ts";

interface GiveCode {
  readonly code: string;
}

/** Finds the half-open sign-in by its cookie and what the code is. */
export async function checkSecondStep(request: BeforeRequest<unknown, GiveCode>): Promise<FittingCode> {
  const token = cookieOf(request.cookies, "step", request.secure);
  const { rows } = token
    ? await request.ask((tx) =>
        sql<{ account_id: Id }>`select * from step_by_token(${tokenHash(token)}, ${request.clock.real()})`.execute(tx),
      )
    : { rows: [] };
  if (!rows[0]) throw peopleProblem("step-spent");
  return fittingCode(request, rows[0].account_id);
}

/** The second step: uses the code and the half-open sign-in up and opens the session. */
export async function secondStep(context: RequestContext<unknown, unknown, GiveCode>): Promise<JsonReply<Entered>> {
  const { tx, clock } = context;
  const fitting = context.prepared as FittingCode;
  const at = clock.real();
  const token = cookieOf(context.cookies, "step", context.secure)!;
  const begun = await sql<{ first_proof: FirstStep }>`
    select first_proof from step_by_token(${tokenHash(token)}, ${at})`.execute(tx);
  const { rows } = await sql<{ closed: boolean }>`select close_step(${tokenHash(token)}, ${at}) as closed`.execute(tx);
  if (!rows[0]?.closed) throw peopleProblem("step-spent");
  await takeCode(tx, fitting, at);
  if ("recoveryCode" in fitting.used) {
    await context.journal({
      territoryId: null,
      action: "factor.recovery-code",
      subjectKind: "account",
      subjectId: fitting.accountId,
    });
    await tellPerson(context, fitting.accountId, "recovery-code-used");
  }
  return openSession(context, fitting.accountId, [...begun.rows.map((step) => step.first_proof), "code"]);
}
