import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { LetterChoiceView, SaveLetterChoice } from "../model/letter-choice.ts";
import { RulesView, SaveRules } from "../model/rules.ts";
import { readLetterChoice, saveLetterChoice } from "./letter-choice.ts";
import { readRules, saveRules } from "./rules.ts";

/** When a municipality reminds, and how often letters come to a person. */
export const reminderRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/reminder-rules",
    action: "reminder-rules.read",
    summary: "When and of what a municipality reminds",
    policy: signedIn,
    query: z.object({ territoryId: id }),
    reply: RulesView,
    problems: {},
    touches: ["reminder_rules"],
    handle: (context) => readRules(context, context.query.territoryId),
  }),
  route({
    method: "PUT",
    path: "/api/reminder-rules/:territoryId",
    action: "reminder-rules.save",
    summary: "Set when and of what a municipality reminds",
    policy: personOnly,
    params: z.object({ territoryId: id }),
    body: SaveRules,
    reply: RulesView,
    problems: {},
    touches: ["reminder_rules"],
    handle: ({ params, body, ...context }) => saveRules(context, params.territoryId, body),
  }),
  route({
    method: "GET",
    path: "/api/letter-choice",
    action: "letter-choice.read",
    summary: "How often letters come to me",
    policy: signedIn,
    reply: LetterChoiceView,
    problems: {},
    touches: ["letter_choice", "account"],
    handle: readLetterChoice,
  }),
  route({
    method: "PUT",
    path: "/api/letter-choice",
    action: "letter-choice.save",
    summary: "Choose how often letters come to me",
    policy: personOnly,
    body: SaveLetterChoice,
    reply: LetterChoiceView,
    problems: {},
    touches: ["letter_choice", "account"],
    handle: ({ body, ...context }) => saveLetterChoice(context, body),
  }),
];
