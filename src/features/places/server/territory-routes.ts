import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import {
  EditTerritory,
  NewMunicipality,
  RoleCodeHistory,
  RoleCodeList,
  RoleCodeParams,
  SaveRoleCode,
  TerritoryQuery,
  TerritoryView,
} from "../model/contract.ts";
import { PLACES_PROBLEMS } from "../model/problems.ts";
import { forgetRoleCode, readDictionary, saveRoleCode } from "./dictionary.ts";
import { readDictionaryHistory } from "./dictionary-history.ts";
import { listTerritories } from "./list-territories.ts";
import { addMunicipality, editTerritory } from "./save-territory.ts";

const Done = z.object({ ok: z.literal(true) });
const Version = z.object({ version: z.coerce.number().int().min(1) });

/** Territories and the dictionary of role codes of each. */
export const territoryRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/territories",
    action: "territory.list",
    summary: "Territories I have to do with",
    policy: signedIn,
    reply: z.array(TerritoryView),
    problems: {},
    touches: ["territory", "organisation"],
    handle: listTerritories,
  }),
  route({
    method: "POST",
    path: "/api/territories",
    action: "territory.add",
    summary: "Add a municipality to a region",
    policy: personOnly,
    body: NewMunicipality,
    reply: z.object({ id }),
    problems: {},
    touches: ["territory"],
    handle: (context) => addMunicipality(context, context.body),
  }),
  route({
    method: "PATCH",
    path: "/api/territories/:territoryId",
    action: "territory.edit",
    summary: "Edit a territory's name and time zone",
    policy: personOnly,
    params: TerritoryQuery,
    body: EditTerritory,
    reply: Done,
    problems: {},
    touches: ["territory"],
    handle: (context) => editTerritory(context, context.params.territoryId, context.body),
  }),
  route({
    method: "GET",
    path: "/api/role-codes",
    action: "role-code.list",
    summary: "Dictionary of role codes of a territory",
    policy: signedIn,
    query: TerritoryQuery,
    reply: RoleCodeList,
    problems: {},
    touches: ["role_code", "organisation", "designation", "membership", "role_assignment", "person"],
    handle: (context) => readDictionary(context, context.query.territoryId),
  }),
  route({
    method: "GET",
    path: "/api/role-codes/history",
    action: "role-code.history",
    summary: "Who gave a role code of a territory which meaning, and when; the latest 100",
    policy: signedIn,
    query: TerritoryQuery,
    reply: RoleCodeHistory,
    problems: {},
    touches: ["journal", "organisation", "person"],
    handle: (context) => readDictionaryHistory(context, context.query.territoryId),
  }),
  route({
    method: "PUT",
    path: "/api/role-codes",
    action: "role-code.save",
    summary: "Give a role code its meaning",
    policy: personOnly,
    body: SaveRoleCode,
    reply: z.object({ matchKey: z.string() }),
    problems: PLACES_PROBLEMS,
    touches: ["role_code"],
    handle: (context) => saveRoleCode(context, context.body),
  }),
  route({
    method: "DELETE",
    path: "/api/role-codes/:territoryId/:matchKey",
    action: "role-code.forget",
    summary: "Return a role code to its usual meaning",
    policy: personOnly,
    params: RoleCodeParams,
    query: Version,
    reply: Done,
    problems: {},
    touches: ["role_code"],
    handle: ({ params, query, ...context }) =>
      forgetRoleCode(context, params.territoryId, params.matchKey, query.version),
  }),
];
