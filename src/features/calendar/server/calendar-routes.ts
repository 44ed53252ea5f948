import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { CalendarView, SaveYear, YearParams } from "../model/year-contract.ts";
import { readCalendar } from "./read-calendar.ts";
import { forgetYear, saveYear } from "./save-year.ts";

const Done = z.object({ ok: z.literal(true) });

/** The school calendar of a municipality: school years and their terms. */
export const calendarRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/school-years",
    action: "school-year.list",
    summary: "School years of a municipality with their terms",
    policy: signedIn,
    query: z.object({ territoryId: id }),
    reply: CalendarView,
    problems: {},
    touches: ["school_calendar", "territory"],
    handle: (context) => readCalendar(context, context.query.territoryId),
  }),
  route({
    method: "PUT",
    path: "/api/school-years/:territoryId/:year",
    action: "school-year.save",
    summary: "Set the terms of a school year",
    policy: personOnly,
    params: YearParams,
    body: SaveYear,
    reply: Done,
    problems: {},
    touches: ["school_calendar"],
    handle: ({ params, body, ...context }) => saveYear(context, params.territoryId, params.year, body),
  }),
  route({
    method: "DELETE",
    path: "/api/school-years/:territoryId/:year",
    action: "school-year.forget",
    summary: "Return a school year to the usual terms",
    policy: personOnly,
    params: YearParams,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    reply: Done,
    problems: {},
    touches: ["school_calendar"],
    handle: ({ params, query, ...context }) => forgetYear(context, params.territoryId, params.year, query.version),
  }),
];
