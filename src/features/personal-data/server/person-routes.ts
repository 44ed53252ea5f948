import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import {
  Contact,
  Destroy,
  Done,
  Made,
  PaperConsent,
  PersonData,
  PersonParams,
  TerritoryQuery,
} from "../model/contract.ts";
import { PERSONAL_DATA_PROBLEMS as problems } from "../model/problems.ts";
import { recordPaperConsent } from "./consents.ts";
import { destroyPerson } from "./destroy-person.ts";
import { heldArchive } from "./held-document.ts";
import { contactOf, heldOf, readPersonData } from "./read-person-data.ts";
import { TOUCHED_BY_ALL, TOUCHED_BY_PERSON } from "./touched.ts";

/** One person, for whoever keeps the data of their territory; a colleague's phone, for colleagues. */
export const personRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/people/:personId/data",
    action: "personal-data.read",
    summary: "Everything held about a person in a territory, and whether it may be destroyed",
    policy: signedIn,
    params: PersonParams,
    query: TerritoryQuery,
    reply: PersonData,
    problems: {},
    touches: TOUCHED_BY_ALL,
    handle: (context) => readPersonData(context, context.query.territoryId, context.params.personId),
  }),
  route({
    method: "GET",
    path: "/api/people/:personId/data.zip",
    action: "personal-data.export",
    summary: "The same as an archive, to answer a person's request",
    policy: signedIn,
    params: PersonParams,
    query: TerritoryQuery,
    problems: {},
    touches: TOUCHED_BY_ALL,
    handle: async (context) => {
      const { territoryId } = context.query;
      return heldArchive(context, territoryId, await heldOf(context, territoryId, context.params.personId, true));
    },
  }),
  route({
    method: "GET",
    path: "/api/people/:personId/contact",
    action: "person.contact",
    summary: "A colleague's phone while their consent holds",
    policy: signedIn,
    params: PersonParams,
    query: TerritoryQuery,
    reply: Contact,
    problems: {},
    touches: ["person", "consent"],
    handle: (context) => contactOf(context, context.query.territoryId, context.params.personId),
  }),
  route({
    method: "POST",
    path: "/api/people/:personId/consents",
    action: "consent.record",
    summary: "Enter a consent or a withdrawal that came on paper",
    policy: personOnly,
    params: PersonParams,
    body: PaperConsent,
    reply: Done,
    problems,
    touches: ["consent"],
    handle: (context) => recordPaperConsent(context, context.params.personId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/people/:personId/destruction",
    action: "person.destroy",
    summary: "Destroy the personal data of a person, references stay under a pseudonym",
    policy: personOnly,
    params: PersonParams,
    body: Destroy,
    reply: Made,
    problems,
    touches: [...TOUCHED_BY_PERSON, "notice", "saved_view", "session", "credential", "idempotency", "destruction"],
    handle: (context) => destroyPerson(context, context.params.personId, context.body),
  }),
];
