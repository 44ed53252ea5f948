import { commonProblem } from "#shared/problem.ts";
import { seesRegistry } from "../model/policy.ts";
import { personOnly, route, type Route } from "#platform/http/route.ts";
import { TerritoryQuery } from "../model/contract.ts";
import { ORGANISATION_COLUMNS } from "../model/organisation-sheet.ts";
import { PLACES_PROBLEMS } from "../model/problems.ts";
import { CheckSheet, ConfirmSheet, SheetReport } from "../model/sheet.ts";
import { ORGANISATION_KIND_NAME } from "../model/words.ts";
import { applyOrganisationSheet, checkOrganisationFile, checkOrganisationSheet } from "./organisation-sheet.ts";
import { template } from "./sheet-file.ts";

/** Organisations from Excel: a template, a report row by row, and the writing of what was confirmed. */
export const organisationSheetRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/organisation-sheet/template",
    action: "organisation-sheet.template",
    summary: "A workbook to fill in with organisations",
    policy: personOnly,
    query: TerritoryQuery,
    problems: {},
    touches: [],
    handle: async ({ actor, query }) => {
      if (!seesRegistry(actor, query.territoryId)) throw commonProblem("not-found");
      return template(
        "Организации.xlsx",
        ORGANISATION_COLUMNS,
        ["Муниципальное учреждение «Школа № 1»", "СОШ № 1", "школа", "", "ул. Садовая, 1", "", ""],
        [
          ["Полное название", "По нему организация узнаётся при повторной загрузке."],
          ["Вид", Object.values(ORGANISATION_KIND_NAME).join(", ")],
          ["ИНН", "Десять цифр; можно оставить пустым."],
          ["Пустая ячейка", "Не стирает того, что уже записано."],
        ],
      );
    },
  }),
  route({
    method: "POST",
    path: "/api/organisation-sheet/file",
    action: "organisation-sheet.read",
    summary: "Read a workbook of organisations and say what it would do",
    policy: personOnly,
    query: TerritoryQuery,
    reply: SheetReport,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    replay: "never",
    takesFile: true,
    handle: (context) => checkOrganisationFile(context, context.query.territoryId),
  }),
  route({
    method: "POST",
    path: "/api/organisation-sheet/check",
    action: "organisation-sheet.check",
    summary: "Say what pasted rows of organisations would do",
    policy: personOnly,
    body: CheckSheet,
    reply: SheetReport,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    replay: "never",
    handle: (context) => checkOrganisationSheet(context, context.body.territoryId, context.body.rows),
  }),
  route({
    method: "POST",
    path: "/api/organisation-sheet",
    action: "organisation-sheet.apply",
    summary: "Do what a confirmed report of organisations said",
    policy: personOnly,
    body: ConfirmSheet,
    reply: SheetReport,
    problems: PLACES_PROBLEMS,
    touches: ["organisation"],
    handle: ({ body, ...context }) => applyOrganisationSheet(context, body.territoryId, body.rows, body.digest),
  }),
];
