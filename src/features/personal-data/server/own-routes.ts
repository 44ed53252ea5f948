import { personOnly, route, type Route } from "#platform/http/route.ts";
import {
  Done,
  GiveConsent,
  Held,
  Made,
  NewRequest,
  OwnPhone,
  TerritoryQuery,
  WithdrawConsent,
} from "../model/contract.ts";
import { PERSONAL_DATA_PROBLEMS as problems } from "../model/problems.ts";
import { giveOwnConsent, withdrawOwnConsent } from "./consents.ts";
import { heldArchive } from "./held-document.ts";
import { readOwnData, setOwnPhone } from "./read-own.ts";
import { askRequest } from "./requests.ts";
import { TOUCHED_BY_ALL } from "./touched.ts";

/** One's own data: what anybody who is signed in asks about themselves. */
export const ownRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/my-data",
    action: "my-data.read",
    summary: "Everything held about me",
    policy: personOnly,
    query: TerritoryQuery,
    reply: Held,
    problems: {},
    touches: TOUCHED_BY_ALL,
    handle: (context) => readOwnData(context, context.query.territoryId),
  }),
  route({
    method: "GET",
    path: "/api/my-data.zip",
    action: "my-data.export",
    summary: "Everything held about me, as a document and as JSON in one archive",
    policy: personOnly,
    query: TerritoryQuery,
    problems: {},
    touches: TOUCHED_BY_ALL,
    handle: async (context) => {
      const { territoryId } = context.query;
      return heldArchive(context, territoryId, await readOwnData(context, territoryId, true));
    },
  }),
  route({
    method: "PUT",
    path: "/api/my-data/phone",
    action: "my-data.phone",
    summary: "Correct my phone",
    policy: personOnly,
    body: OwnPhone,
    reply: Done,
    problems: {},
    touches: ["person"],
    handle: (context) => setOwnPhone(context, context.body),
  }),
  route({
    method: "POST",
    path: "/api/my-data/consents",
    action: "consent.give",
    summary: "Give a consent to the wording shown",
    policy: personOnly,
    body: GiveConsent,
    reply: Done,
    problems,
    touches: ["consent"],
    handle: (context) => giveOwnConsent(context, context.body),
  }),
  route({
    method: "POST",
    path: "/api/my-data/consents/withdrawal",
    action: "consent.withdraw",
    summary: "Withdraw a consent of mine at once",
    policy: personOnly,
    body: WithdrawConsent,
    reply: Done,
    problems,
    touches: ["consent"],
    handle: (context) => withdrawOwnConsent(context, context.body),
  }),
  route({
    method: "POST",
    path: "/api/my-data/requests",
    action: "data-request.ask",
    summary: "Ask about my own data: to correct, explain or destroy them",
    policy: personOnly,
    body: NewRequest,
    reply: Made,
    problems: {},
    touches: ["data_request", "notice"],
    handle: (context) => askRequest(context, context.body),
  }),
];
