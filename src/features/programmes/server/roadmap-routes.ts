import type { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Id } from "#shared/ids.ts";
import { personOnly, route, type Route, type UseCaseContext } from "#platform/http/route.ts";
import {
  AddMeasure,
  AddRoadmap,
  AddSection,
  Closing,
  EditMeasure,
  EditRoadmap,
  EditSection,
  MoveMeasure,
  MoveSection,
} from "../model/measure-form.ts";
import { PROGRAMME_PROBLEMS } from "../model/problems.ts";
import { Edited, ProgrammeParams } from "../model/seen.ts";
import { editMeasure } from "./edit-measure.ts";
import { addRoadmap, addSection, closeSection, editRoadmap, editSection, moveSection } from "./edit-sections.ts";
import { addMeasure, closeMeasure, moveMeasure } from "./place-measure.ts";

const RowParams = ProgrammeParams.extend({ rowId: id });
const PROGRAMME = "/api/programmes/:territoryId/:programmeId";

const EDIT = {
  policy: personOnly,
  reply: Edited,
  problems: PROGRAMME_PROBLEMS,
  touches: [
    "programme",
    "programme_change",
    "roadmap",
    "section",
    "measure",
    "measure_party",
    "planned_value",
    "planned_year",
    "measure_paper",
  ],
};

/** Every edit of the rows of a roadmap: one change that can be undone, answered with its id. */
export const roadmapRoutes: readonly Route[] = [
  addition("roadmaps", "roadmap.add", "Add a roadmap", AddRoadmap, addRoadmap),
  edit("PATCH", "roadmaps/:rowId", "roadmap.edit", "Rename a roadmap", EditRoadmap, editRoadmap),
  addition("sections", "section.add", "Add a section", AddSection, addSection),
  edit("PATCH", "sections/:rowId", "section.edit", "Change a section", EditSection, editSection),
  edit("POST", "sections/:rowId/move", "section.move", "Move a section", MoveSection, moveSection),
  edit("POST", "sections/:rowId/close", "section.close", "Close or open a section", Closing, closeSection),
  addition("measures", "measure.add", "Add a measure", AddMeasure, addMeasure),
  edit("PATCH", "measures/:rowId", "measure.edit", "Change a measure", EditMeasure, editMeasure),
  edit("POST", "measures/:rowId/move", "measure.move", "Move a measure", MoveMeasure, moveMeasure),
  edit("POST", "measures/:rowId/close", "measure.close", "Close or open a measure", Closing, closeMeasure),
];

function addition<Form>(
  rows: string,
  action: string,
  summary: string,
  body: z.core.$ZodType<Form>,
  add: (context: UseCaseContext, territoryId: Id, programmeId: Id, form: Form) => Promise<Edited>,
): Route {
  return route({
    ...EDIT,
    method: "POST",
    path: `${PROGRAMME}/${rows}`,
    action,
    summary,
    params: ProgrammeParams,
    body,
    handle: ({ params, body: form, ...context }) => add(context, params.territoryId, params.programmeId, form),
  });
}

function edit<Form>(
  method: "PATCH" | "POST",
  rows: string,
  action: string,
  summary: string,
  body: z.core.$ZodType<Form>,
  change: (context: UseCaseContext, territoryId: Id, programmeId: Id, rowId: Id, form: Form) => Promise<Edited>,
): Route {
  return route({
    ...EDIT,
    method,
    path: `${PROGRAMME}/${rows}`,
    action,
    summary,
    params: RowParams,
    body,
    handle: ({ params, body: form, ...context }) =>
      change(context, params.territoryId, params.programmeId, params.rowId, form),
  });
}
