import { sql } from "kysely";
import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { PersonActor } from "#shared/actor.ts";
import { commonProblem } from "#shared/problem.ts";
import { anyone, personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import {
  ChangePassword,
  Entered,
  LinkParams,
  LinkSeen,
  OpenSession,
  Session,
  SignIn,
  UseLink,
} from "../model/contract.ts";
import { PEOPLE_PROBLEMS } from "../model/problems.ts";
import { changePassword, checkNewPassword } from "./change-password.ts";
import { requireFresh } from "./confirm-person.ts";
import { noCookie } from "./cookie.ts";
import { hashForLink, seeLink, useLink } from "./links.ts";
import { readSession } from "./read-session.ts";
import { checkSignIn, signIn } from "./sign-in.ts";

const Done = z.object({ ok: z.literal(true) });

/** Sign-in, sign-out, links, password, sessions: everything about being oneself. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/session",
    action: "session.read",
    summary: "Who I am and where I stand",
    policy: signedIn,
    reply: Session,
    problems: {},
    touches: ["person", "account", "role_assignment", "membership", "second_factor"],
    whileBarred: true,
    handle: (context) => {
      if (!isKnown(context.actor)) throw commonProblem("not-signed-in");
      return readSession(context, context.actor);
    },
  }),
  route({
    method: "POST",
    path: "/api/session",
    action: "session.open",
    summary: "Sign in",
    policy: anyone,
    body: SignIn,
    reply: Entered,
    problems: PEOPLE_PROBLEMS,
    touches: ["session", "sign_in_step", "guess"],
    replay: "never",
    before: checkSignIn,
    handle: signIn,
  }),
  route({
    method: "DELETE",
    path: "/api/session",
    action: "session.close",
    summary: "Sign out",
    policy: personOnly,
    reply: Done,
    problems: {},
    touches: ["session"],
    replay: "never",
    whileBarred: true,
    handle: async (context) => {
      const { accountId, sessionId } = context.actor as PersonActor;
      await sql`select close_session(${sessionId})`.execute(context.tx);
      await context.journal({
        territoryId: null,
        action: "session.close",
        subjectKind: "account",
        subjectId: accountId,
      });
      return { json: { ok: true as const }, setCookies: [noCookie("session", context.secure)], leaves: true };
    },
  }),
  route({
    method: "GET",
    path: "/api/sessions",
    action: "session.list",
    summary: "My open sessions",
    policy: personOnly,
    reply: z.array(OpenSession),
    problems: {},
    touches: ["session"],
    handle: async (context) => {
      const actor = context.actor as PersonActor;
      const { rows } = await sql<{
        id: string;
        created_at: Date;
        last_seen_at: Date;
        agent: string;
        place: string;
      }>`select * from sessions_of(${actor.accountId}, ${context.clock.real()})`.execute(context.tx);
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        agent: row.agent,
        place: row.place,
        current: row.id === actor.sessionId,
      }));
    },
  }),
  route({
    method: "DELETE",
    path: "/api/sessions/:sessionId",
    action: "session.revoke",
    summary: "End one of my sessions",
    policy: personOnly,
    params: z.object({ sessionId: id }),
    reply: Done,
    problems: { "confirm-first": PEOPLE_PROBLEMS["confirm-first"] },
    touches: ["session"],
    handle: async (context) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from sessions_of(${(context.actor as PersonActor).accountId}, ${context.clock.real()}) where id = ${context.params.sessionId}`.execute(
        context.tx,
      );
      if (!rows[0]) throw commonProblem("not-found");
      await requireFresh(context);
      await sql`select close_session(${context.params.sessionId})`.execute(context.tx);
      await context.journal({
        territoryId: null,
        action: "session.revoke",
        subjectKind: "account",
        subjectId: (context.actor as PersonActor).accountId,
      });
      return { ok: true as const };
    },
  }),
  route({
    method: "DELETE",
    path: "/api/sessions",
    action: "session.revoke-others",
    summary: "End all my sessions but this one",
    policy: personOnly,
    reply: Done,
    problems: { "confirm-first": PEOPLE_PROBLEMS["confirm-first"] },
    touches: ["session"],
    handle: async (context) => {
      const { accountId, sessionId } = context.actor as PersonActor;
      await requireFresh(context);
      await sql`select close_other_sessions(${accountId}, ${sessionId}), close_steps(${accountId})`.execute(context.tx);
      await context.journal({
        territoryId: null,
        action: "session.revoke-others",
        subjectKind: "account",
        subjectId: accountId,
      });
      return { ok: true as const };
    },
  }),
  route({
    method: "POST",
    path: "/api/password",
    action: "password.change",
    summary: "Change my password",
    policy: personOnly,
    body: ChangePassword,
    reply: Done,
    problems: PEOPLE_PROBLEMS,
    touches: ["credential", "session"],
    replay: "never",
    before: checkNewPassword,
    handle: (context) => changePassword(context, context.actor as PersonActor),
  }),
  route({
    method: "GET",
    path: "/api/links/:token",
    action: "link.see",
    summary: "What an invitation or recovery link is for",
    policy: anyone,
    params: LinkParams,
    reply: LinkSeen,
    problems: PEOPLE_PROBLEMS,
    touches: ["sign_in_link", "person"],
    handle: (context) => seeLink(context, context.params.token),
  }),
  route({
    method: "POST",
    path: "/api/links/:token",
    action: "link.use",
    summary: "Set a password by a link and sign in",
    policy: anyone,
    params: LinkParams,
    body: UseLink,
    reply: Entered,
    problems: PEOPLE_PROBLEMS,
    touches: ["sign_in_link", "credential", "session", "sign_in_step"],
    replay: "never",
    before: hashForLink,
    handle: useLink,
  }),
];
