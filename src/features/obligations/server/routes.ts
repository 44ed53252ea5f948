import { z } from "zod";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import {
  AttachedHome,
  AttachedQuery,
  Colleague,
  Counts,
  Delegate,
  HomeQuery,
  ListQuery,
  MonthQuery,
  MoveDue,
  ObligationCard,
  ObligationList,
  ObligationParams,
  ObligationRow,
  OwnMonth,
  SchoolHome,
} from "../model/contract.ts";
import { OBLIGATION_PROBLEMS } from "../model/problems.ts";
import { readAttached } from "./attached.ts";
import { readCounts } from "./counts.ts";
import { delegate, listColleagues } from "./delegate.ts";
import { readHome } from "./home.ts";
import { listObligations } from "./list-obligations.ts";
import { moveDue } from "./move-due.ts";
import { readOwnMonth } from "./own-month.ts";
import { readCard } from "./read-card.ts";

const ROWS = ["obligation", "measure", "programme", "organisation", "person", "report", "report_obligation"];

/** What is owed: lists, the school's home, one obligation, handing it over, moving its due day. */
export const obligationRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/obligations",
    action: "obligation.list",
    summary: "Obligations one may see, soonest first",
    policy: signedIn,
    query: ListQuery,
    reply: ObligationList,
    problems: {},
    touches: ROWS,
    handle: listObligations,
  }),
  route({
    method: "GET",
    path: "/api/obligations/home",
    action: "obligation.home",
    summary: "What one place owes, by urgency",
    policy: signedIn,
    query: HomeQuery,
    reply: SchoolHome,
    problems: {},
    touches: ROWS,
    handle: readHome,
  }),
  route({
    method: "GET",
    path: "/api/obligations/month",
    action: "obligation.month",
    summary: "What one place owes in a month, by due day",
    policy: signedIn,
    query: MonthQuery,
    reply: OwnMonth,
    problems: {},
    touches: ROWS,
    handle: readOwnMonth,
  }),
  route({
    method: "GET",
    path: "/api/obligations/attached",
    action: "obligation.attached",
    summary: "What a curator's organisations owe, by organisation",
    policy: signedIn,
    query: AttachedQuery,
    reply: AttachedHome,
    problems: {},
    touches: ROWS,
    handle: readAttached,
  }),
  route({
    method: "GET",
    path: "/api/counts",
    action: "obligation.counts",
    summary: "Figures beside the navigation",
    policy: signedIn,
    query: HomeQuery,
    reply: Counts,
    problems: {},
    touches: [...ROWS, "notice"],
    handle: readCounts,
  }),
  route({
    method: "GET",
    path: "/api/obligations/:territoryId/:obligationId",
    action: "obligation.read",
    summary: "One obligation with its measure, plan and checkers",
    policy: signedIn,
    params: ObligationParams,
    reply: ObligationCard,
    problems: {},
    touches: [...ROWS, "planned_value", "planned_year", "role_assignment"],
    handle: readCard,
  }),
  route({
    method: "GET",
    path: "/api/obligations/:territoryId/:obligationId/colleagues",
    action: "obligation.colleagues",
    summary: "To whom the obligation may be handed",
    policy: personOnly,
    params: ObligationParams,
    reply: z.array(Colleague),
    problems: {},
    touches: ["role_assignment", "membership", "person"],
    handle: listColleagues,
  }),
  route({
    method: "PUT",
    path: "/api/obligations/:territoryId/:obligationId/delegate",
    action: "obligation.delegate",
    summary: "Hand the obligation to a colleague, or take it back",
    policy: personOnly,
    params: ObligationParams,
    body: Delegate,
    reply: ObligationRow,
    problems: OBLIGATION_PROBLEMS,
    touches: ["obligation", "report_step", "notice"],
    handle: delegate,
  }),
  route({
    method: "PUT",
    path: "/api/obligations/:territoryId/:obligationId/due",
    action: "obligation.move-due",
    summary: "Set the due day by hand, with the reason",
    policy: personOnly,
    params: ObligationParams,
    body: MoveDue,
    reply: ObligationRow,
    problems: OBLIGATION_PROBLEMS,
    touches: ["obligation", "notice"],
    handle: moveDue,
  }),
];
