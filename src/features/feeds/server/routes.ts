import { z } from "zod";
import { anyone, personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FeedParams, FeedView, MadeFeed } from "../model/contract.ts";
import { makeFeed, readFeed, revokeFeed } from "./own-feed.ts";
import { findFeed, readCalendarFeed } from "./read-calendar-feed.ts";

const TOUCHES = ["obligation", "measure", "programme", "organisation", "report", "role_assignment", "territory"];

/** A person's own calendar by a link. */
export const feedRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/feed",
    action: "feed.read",
    summary: "Whether I have a link to my calendar",
    policy: signedIn,
    reply: FeedView,
    problems: {},
    touches: ["calendar_feed"],
    handle: readFeed,
  }),
  route({
    method: "POST",
    path: "/api/feed",
    action: "feed.make",
    summary: "Make the link to my calendar; one made before stops working",
    policy: personOnly,
    reply: MadeFeed,
    problems: {},
    touches: ["calendar_feed"],
    replay: "never",
    handle: makeFeed,
  }),
  route({
    method: "DELETE",
    path: "/api/feed",
    action: "feed.revoke",
    summary: "End the link to my calendar",
    policy: personOnly,
    reply: z.object({ ok: z.literal(true) }),
    problems: {},
    touches: ["calendar_feed"],
    handle: revokeFeed,
  }),
  route({
    method: "GET",
    path: "/api/feeds/:token/orientir.ics",
    action: "feed.calendar",
    summary: "The calendar behind a link, for calendar programs: what its person owes (iCalendar)",
    policy: anyone,
    params: FeedParams,
    problems: {},
    touches: ["calendar_feed", ...TOUCHES],
    before: findFeed,
    handle: readCalendarFeed,
  }),
];
