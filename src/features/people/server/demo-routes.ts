import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { anyone, route, type RequestContext, type Route } from "#platform/http/route.ts";
import { Entered } from "../model/contract.ts";
import { DemoSignIn } from "../model/demo-contract.ts";
import { PEOPLE_PROBLEMS, peopleProblem } from "../model/problems.ts";
import { demoPeople, isOfDemo } from "./demo-people.ts";
import { openSession } from "./open-session.ts";
import { seeingEverywhere } from "./standings.ts";

function refuseFarAway(context: RequestContext<unknown, unknown, unknown>): void {
  const near = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(context.address);
  if (!near) throw peopleProblem("demo-only");
}

/** Sign-in by one click. Mounted only on the embedded database and on loopback; the address is checked here once more. */
export const demoRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/demo",
    action: "demo.people",
    summary: "People of the demonstration, by role",
    policy: anyone,
    reply: DemoSignIn,
    problems: { "demo-only": PEOPLE_PROBLEMS["demo-only"] },
    touches: ["account", "credential", "person", "role_assignment", "membership", "territory", "organisation"],
    handle: async (context) => {
      refuseFarAway(context);
      return demoPeople(context);
    },
  }),
  route({
    method: "POST",
    path: "/api/demo/session",
    action: "demo.sign-in",
    summary: "Sign in as a person of the demonstration",
    policy: anyone,
    body: z.object({ accountId: id }),
    reply: Entered,
    problems: { "demo-only": PEOPLE_PROBLEMS["demo-only"] },
    touches: ["account", "role_assignment", "session"],
    replay: "never",
    handle: async (context) => {
      refuseFarAway(context);
      const account = await seeingEverywhere(context, () =>
        context.tx
          .selectFrom("account")
          .where("id", "=", context.body.accountId)
          .where("status", "=", "active")
          .select("person_id")
          .executeTakeFirst(),
      );
      if (!account || !(await isOfDemo(context, account.person_id))) throw peopleProblem("demo-only");
      return openSession(context, context.body.accountId, ["demo"]);
    },
  }),
];
