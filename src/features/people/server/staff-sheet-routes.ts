import { commonProblem } from "#shared/problem.ts";
import { seesRegistry } from "#features/places/model/policy.ts";
import { personOnly, route, type Route } from "#platform/http/route.ts";
import { TerritoryQuery } from "#features/places/model/contract.ts";
import { PLACES_PROBLEMS } from "#features/places/model/problems.ts";
import { CheckSheet, ConfirmSheet, SheetReport } from "#features/places/model/sheet.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { template } from "#features/places/server/public.ts";
import { PEOPLE_PROBLEMS } from "../model/problems.ts";
import { STAFF_COLUMNS } from "../model/staff-row.ts";
import { sampleOrganisation } from "./sample-organisation.ts";
import { applyStaffSheet, checkStaffFile, checkStaffSheet } from "./staff-sheet.ts";

const STAFF_PROBLEMS = { "logins-strange": PEOPLE_PROBLEMS["logins-strange"] };

/** Staff from Excel: a template, a report row by row, and the writing of what was confirmed. */
export const staffSheetRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/staff-sheet/template",
    action: "staff-sheet.template",
    summary: "A workbook to fill in with staff",
    policy: personOnly,
    query: TerritoryQuery,
    problems: {},
    touches: ["organisation"],
    handle: async ({ query, ...context }) => {
      if (!seesRegistry(context.actor, query.territoryId)) throw commonProblem("not-found");
      const organisation = await sampleOrganisation(context, query.territoryId);
      return template(
        "Сотрудники.xlsx",
        STAFF_COLUMNS,
        [organisation, "Иванова", "Мария", "Петровна", "учитель математики", "01.09.2021", "", ROLE_NAME.teacher, ""],
        [
          ["Организация", "Краткое или полное название либо ИНН, как в списке организаций."],
          ["Фамилия, имя, отчество", "По ним и по организации человек узнаётся при повторной загрузке."],
          ["Роль", "Можно оставить пустым. Например: директор, заместитель директора, учитель."],
          ["Логин", "Адрес почты или имя для входа. Ссылку-приглашение сделайте потом в карточке человека."],
          ["Пустая ячейка", "Не стирает того, что уже записано."],
        ],
      );
    },
  }),
  route({
    method: "POST",
    path: "/api/staff-sheet/file",
    action: "staff-sheet.read",
    summary: "Read a workbook of staff and say what it would do",
    policy: personOnly,
    query: TerritoryQuery,
    reply: SheetReport,
    problems: { ...PLACES_PROBLEMS, ...STAFF_PROBLEMS },
    touches: ["person", "membership", "role_assignment", "account", "organisation"],
    replay: "never",
    takesFile: true,
    handle: (context) => checkStaffFile(context, context.query.territoryId),
  }),
  route({
    method: "POST",
    path: "/api/staff-sheet/check",
    action: "staff-sheet.check",
    summary: "Say what pasted rows of staff would do",
    policy: personOnly,
    body: CheckSheet,
    reply: SheetReport,
    problems: { ...PLACES_PROBLEMS, ...STAFF_PROBLEMS },
    touches: ["person", "membership", "role_assignment", "account", "organisation"],
    replay: "never",
    handle: (context) => checkStaffSheet(context, context.body.territoryId, context.body.rows),
  }),
  route({
    method: "POST",
    path: "/api/staff-sheet",
    action: "staff-sheet.apply",
    summary: "Do what a confirmed report of staff said",
    policy: personOnly,
    body: ConfirmSheet,
    reply: SheetReport,
    problems: { ...PLACES_PROBLEMS, ...STAFF_PROBLEMS },
    touches: ["person", "membership", "role_assignment", "account"],
    handle: ({ body, ...context }) => applyStaffSheet(context, body.territoryId, body.rows, body.digest),
  }),
];
