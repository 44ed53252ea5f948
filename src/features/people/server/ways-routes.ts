import { z } from "zod";
import { anyone, personOnly, route, type Route } from "#platform/http/route.ts";
import { Entered } from "../model/contract.ts";
import { PEOPLE_PROBLEMS } from "../model/problems.ts";
import { AskRecovery, ForeignAnswer, ForeignLink, ForeignPage, SignInWays } from "../model/ways-contract.ts";
import { dropForeignLink, readForeignLink } from "./foreign-link.ts";
import { beginForeign, checkForeign, foreignSignIn, goForeign } from "./foreign-sign-in.ts";
import { askRecovery } from "./recovery.ts";

/** Ways in beside the password: a letter for a forgotten one, a foreign sign-in. */
export const waysRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/sign-in",
    action: "sign-in.ways",
    summary: "How one may sign in here",
    policy: anyone,
    reply: SignInWays,
    problems: {},
    touches: [],
    handle: async ({ installation }) => ({ mail: installation.mail, foreign: installation.foreign?.name ?? null }),
  }),
  route({
    method: "POST",
    path: "/api/recovery",
    action: "recovery.ask",
    summary: "Ask for a letter with a link for a new password; the answer is the same for every login",
    policy: anyone,
    body: AskRecovery,
    reply: z.object({ ok: z.literal(true) }),
    problems: PEOPLE_PROBLEMS,
    touches: ["guess"],
    replay: "never",
    handle: askRecovery,
  }),
  route({
    method: "POST",
    path: "/api/session/foreign/start",
    action: "foreign.start",
    summary: "The page of the provider to sign in at",
    policy: anyone,
    reply: ForeignPage,
    problems: PEOPLE_PROBLEMS,
    touches: [],
    replay: "never",
    before: beginForeign,
    handle: goForeign,
  }),
  route({
    method: "POST",
    path: "/api/session/foreign",
    action: "foreign.sign-in",
    summary: "Sign in by the provider's answer",
    policy: anyone,
    body: ForeignAnswer,
    reply: Entered,
    problems: PEOPLE_PROBLEMS,
    touches: ["foreign_identity", "account", "session", "sign_in_step"],
    replay: "never",
    before: checkForeign,
    handle: foreignSignIn,
  }),
  route({
    method: "GET",
    path: "/api/foreign",
    action: "foreign.read",
    summary: "Whether I may sign in through the provider too",
    policy: personOnly,
    reply: ForeignLink,
    problems: {},
    touches: ["foreign_identity"],
    handle: readForeignLink,
  }),
  route({
    method: "DELETE",
    path: "/api/foreign",
    action: "foreign.unlink",
    summary: "Take my link to the provider off",
    policy: personOnly,
    reply: z.object({ ok: z.literal(true) }),
    problems: PEOPLE_PROBLEMS,
    touches: ["foreign_identity", "session", "sign_in_step"],
    replay: "never",
    handle: dropForeignLink,
  }),
];
