import { personOnly, route, type Route } from "#platform/http/route.ts";
import { BeginPause, EndPause, PauseParams, PauseSeen } from "#features/programmes/model/pause.ts";
import { Resumed } from "../model/contract.ts";
import { OBLIGATION_PROBLEMS } from "../model/problems.ts";
import { pause, resume } from "./pause.ts";

const TOUCHES = ["pause", "programme", "measure", "obligation", "paper", "notice", "role_assignment"];

/** A programme or a measure stands still, and goes on. */
export const pauseRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/api/pauses",
    action: "pause.begin",
    summary: "Pause a programme or one measure from a day, with the reason",
    policy: personOnly,
    body: BeginPause,
    reply: PauseSeen,
    problems: OBLIGATION_PROBLEMS,
    touches: TOUCHES,
    handle: pause,
  }),
  route({
    method: "POST",
    path: "/api/pauses/:territoryId/:pauseId/resume",
    action: "pause.end",
    summary: "Resume what is paused; due days stay where they are",
    policy: personOnly,
    params: PauseParams,
    body: EndPause,
    reply: Resumed,
    problems: OBLIGATION_PROBLEMS,
    touches: TOUCHES,
    handle: resume,
  }),
];
