import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import {
  CloseOrganisation,
  DesignationFields,
  EditDesignation,
  EditOrganisation,
  NewOrganisation,
  OrganisationList,
  OrganisationQuery,
  OrganisationView,
} from "../model/contract.ts";
import { PLACES_PROBLEMS } from "../model/problems.ts";
import { addDesignation, editDesignation } from "./designations.ts";
import { listOrganisations } from "./list-organisations.ts";
import { organisationWorkbook } from "./organisation-workbook.ts";
import { readOrganisation } from "./read-organisation.ts";
import { closeOrganisation, createOrganisation, editOrganisation } from "./save-organisation.ts";

const Done = z.object({ ok: z.literal(true) });
const Made = z.object({ id });
const OrganisationParams = z.object({ organisationId: id });

/** The registry of organisations and their dated designations. */
export const organisationRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/organisations",
    action: "organisation.list",
    summary: "Organisations of a territory, filtered and searched, 50 a page",
    policy: signedIn,
    query: OrganisationQuery,
    reply: OrganisationList,
    problems: {},
    touches: ["organisation", "designation", "membership"],
    handle: (context) => listOrganisations(context, context.query),
  }),
  route({
    method: "GET",
    path: "/api/organisations.xlsx",
    action: "organisation.list-sheet",
    summary: "The organisations of the list as a workbook",
    policy: signedIn,
    query: OrganisationQuery,
    problems: {},
    touches: ["organisation", "designation", "membership"],
    handle: (context) => organisationWorkbook(context, context.query),
  }),
  route({
    method: "POST",
    path: "/api/organisations",
    action: "organisation.create",
    summary: "Create an organisation",
    policy: personOnly,
    body: NewOrganisation,
    reply: Made,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    handle: (context) => createOrganisation(context, context.body),
  }),
  route({
    method: "GET",
    path: "/api/organisations/:organisationId",
    action: "organisation.read",
    summary: "One organisation with its designations",
    policy: signedIn,
    params: OrganisationParams,
    reply: OrganisationView,
    problems: {},
    touches: ["organisation", "designation", "paper"],
    handle: (context) => readOrganisation(context, context.params.organisationId),
  }),
  route({
    method: "PATCH",
    path: "/api/organisations/:organisationId",
    action: "organisation.edit",
    summary: "Edit an organisation",
    policy: personOnly,
    params: OrganisationParams,
    body: EditOrganisation,
    reply: Done,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    handle: (context) => editOrganisation(context, context.params.organisationId, context.body),
  }),
  route({
    method: "PUT",
    path: "/api/organisations/:organisationId/closing",
    action: "organisation.close",
    summary: "Close an organisation from a day on, or open it again",
    policy: personOnly,
    params: OrganisationParams,
    body: CloseOrganisation,
    reply: Done,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    handle: (context) => closeOrganisation(context, context.params.organisationId, context.body),
  }),
  route({
    method: "POST",
    path: "/api/organisations/:organisationId/designations",
    action: "designation.add",
    summary: "Give an organisation a dated designation",
    policy: personOnly,
    params: OrganisationParams,
    body: DesignationFields,
    reply: Made,
    problems: PLACES_PROBLEMS,
    touches: ["designation", "paper"],
    handle: (context) => addDesignation(context, context.params.organisationId, context.body),
  }),
  route({
    method: "PATCH",
    path: "/api/designations/:designationId",
    action: "designation.edit",
    summary: "Correct or end a designation",
    policy: personOnly,
    params: z.object({ designationId: id }),
    body: EditDesignation,
    reply: Done,
    problems: PLACES_PROBLEMS,
    touches: ["designation", "paper"],
    handle: (context) => editDesignation(context, context.params.designationId, context.body),
  }),
];
