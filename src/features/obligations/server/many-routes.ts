import { personOnly, route, type Route } from "#platform/http/route.ts";
import { MovedMany, MoveMany, ReassignedMany, ReassignMany, UndoneReassign, UndoReassign } from "../model/contract.ts";
import { OBLIGATION_PROBLEMS } from "../model/problems.ts";
import { moveMany } from "./move-due.ts";
import { reassignMany } from "./reassign.ts";
import { undoReassign } from "./undo-reassign.ts";

const TOUCHES = ["obligation", "measure", "programme", "organisation", "person", "role_assignment", "notice"];

/** What is done with several obligations chosen in a list. */
export const manyRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/obligations/moved",
    action: "obligation.move-many",
    summary: "Move several due days, with the reason",
    policy: personOnly,
    body: MoveMany,
    reply: MovedMany,
    problems: OBLIGATION_PROBLEMS,
    touches: TOUCHES,
    handle: moveMany,
  }),
  route({
    method: "POST",
    path: "/api/obligations/reassigned",
    action: "obligation.reassign",
    summary: "Hand obligations over to another bearer, with the reason",
    policy: personOnly,
    body: ReassignMany,
    reply: ReassignedMany,
    problems: OBLIGATION_PROBLEMS,
    touches: [...TOUCHES, "report_obligation"],
    handle: reassignMany,
  }),
  route({
    method: "POST",
    path: "/api/obligations/reassigned/undone",
    action: "obligation.reassign-undo",
    summary: "Take handings over back, while nothing is begun on them",
    policy: personOnly,
    body: UndoReassign,
    reply: UndoneReassign,
    problems: OBLIGATION_PROBLEMS,
    touches: [...TOUCHES, "report_obligation"],
    handle: undoReassign,
  }),
];
