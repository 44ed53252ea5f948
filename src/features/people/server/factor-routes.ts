import { z } from "zod";
import { anyone, personOnly, route, type Route } from "#platform/http/route.ts";
import { Entered } from "../model/contract.ts";
import { ConfirmPerson, FactorOffer, FactorState, GiveCode, RecoveryCodes } from "../model/factor-contract.ts";
import { PEOPLE_PROBLEMS } from "../model/problems.ts";
import { checkOwnPassword, confirmPerson } from "./confirm-person.ts";
import { checkSecondStep, secondStep } from "./second-step.ts";
import {
  checkFirstCode,
  hashedCodes,
  keepFactor,
  offerFactor,
  readFactor,
  removeFactor,
  renewCodes,
} from "./set-up-factor.ts";

const Done = z.object({ ok: z.literal(true) });
const FACTOR = ["second_factor", "second_factor_offer", "recovery_code"] as const;

/** The second step of sign-in: giving its code, setting it up, its recovery codes; and proving anew who one is. */
export const factorRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/session/code",
    action: "session.code",
    summary: "Give the code of the second step and sign in",
    policy: anyone,
    body: GiveCode,
    reply: Entered,
    problems: PEOPLE_PROBLEMS,
    touches: ["sign_in_step", ...FACTOR, "session"],
    replay: "never",
    before: checkSecondStep,
    handle: secondStep,
  }),
  route<unknown, unknown, { password: string }, { ok: true }>({
    method: "POST",
    path: "/api/session/confirmation",
    action: "session.confirm",
    summary: "Prove by the password that it is still me",
    policy: personOnly,
    body: ConfirmPerson,
    reply: Done,
    problems: PEOPLE_PROBLEMS,
    touches: ["session"],
    replay: "never",
    whileBarred: true,
    before: (request) => checkOwnPassword(request, request.body.password, "password"),
    handle: confirmPerson,
  }),
  route({
    method: "GET",
    path: "/api/factor",
    action: "factor.read",
    summary: "How my second step stands",
    policy: personOnly,
    reply: FactorState,
    problems: {},
    touches: FACTOR,
    whileBarred: true,
    handle: readFactor,
  }),
  route({
    method: "POST",
    path: "/api/factor/offer",
    action: "factor.offer",
    summary: "A new secret for an app, shown once",
    policy: personOnly,
    reply: FactorOffer,
    problems: PEOPLE_PROBLEMS,
    touches: FACTOR,
    replay: "never",
    whileBarred: true,
    handle: offerFactor,
  }),
  route({
    method: "POST",
    path: "/api/factor",
    action: "factor.set",
    summary: "Put the offered secret in force by its first code",
    policy: personOnly,
    body: GiveCode,
    reply: RecoveryCodes,
    problems: PEOPLE_PROBLEMS,
    touches: [...FACTOR, "session"],
    replay: "never",
    whileBarred: true,
    before: checkFirstCode,
    handle: keepFactor,
  }),
  route({
    method: "POST",
    path: "/api/factor/codes",
    action: "factor.codes",
    summary: "New recovery codes, shown once",
    policy: personOnly,
    reply: RecoveryCodes,
    problems: PEOPLE_PROBLEMS,
    touches: FACTOR,
    replay: "never",
    before: hashedCodes,
    handle: renewCodes,
  }),
  route({
    method: "DELETE",
    path: "/api/factor",
    action: "factor.remove",
    summary: "Take my second step off",
    policy: personOnly,
    reply: Done,
    problems: PEOPLE_PROBLEMS,
    touches: [...FACTOR, "session"],
    replay: "never",
    handle: removeFactor,
  }),
];
