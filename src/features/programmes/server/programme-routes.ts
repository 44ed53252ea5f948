import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { PAPER_PROBLEMS } from "#features/papers/model/problems.ts";
import { CreateProgramme, EditPassport } from "../model/programme-form.ts";
import { History } from "../model/history.ts";
import { PROGRAMME_PROBLEMS } from "../model/problems.ts";
import {
  Edited,
  MeasurePage,
  MeasureParams,
  ProgrammeChoices,
  ProgrammeList,
  ProgrammeListQuery,
  ProgrammePage,
  ProgrammePapers,
  ProgrammeParams,
  ProgrammeTable,
} from "../model/seen.ts";
import { TakeStep } from "../model/step-form.ts";
import { createProgramme } from "./create-programme.ts";
import { editPassport } from "./edit-passport.ts";
import { listProgrammes } from "./list-programmes.ts";
import { readChoices } from "./read-choices.ts";
import { readHistory } from "./read-history.ts";
import { readMeasurePage } from "./read-measure-page.ts";
import { outlookRoutes } from "./outlook-routes.ts";
import { readPapers } from "./read-papers.ts";
import { readProgramme, readTable, type ReadFacts } from "./read-programme.ts";
import { redactionRoutes } from "./redaction-routes.ts";
import { roadmapRoutes } from "./roadmap-routes.ts";
import { sheetRoutes } from "./sheet-routes.ts";
import { takeStep } from "./take-step.ts";
import { undoChange } from "./undo-change.ts";

/** What the composition root may hand over: the slice that counts what was done stands after this one. */
export interface ProgrammeSources {
  readonly readFacts?: ReadFacts;
}

const ChangeParams = ProgrammeParams.extend({ changeId: id, direction: z.enum(["undo", "redo"]) });
const Page = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

const CONTENTS = ["programme", "roadmap", "section", "measure", "measure_party", "planned_value", "planned_year"];

/** Programmes: list, passport, life, table of measures, history. */
export function programmeRoutes(sources: ProgrammeSources = {}): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/programmes",
      action: "programme.list",
      summary: "Programmes of a territory that the actor sees",
      policy: signedIn,
      query: ProgrammeListQuery,
      reply: ProgrammeList,
      problems: {},
      touches: ["programme", "measure", "organisation", "person"],
      handle: (context) => listProgrammes(context, context.query),
    }),
    route({
      method: "POST",
      path: "/api/programmes",
      action: "programme.create",
      summary: "Make a draft programme",
      policy: personOnly,
      body: CreateProgramme,
      reply: z.object({ id }),
      problems: PROGRAMME_PROBLEMS,
      touches: ["programme"],
      handle: async (context) => ({ id: await createProgramme(context, context.body) }),
    }),
    route({
      method: "GET",
      path: "/api/programme-choices",
      action: "programme.choices",
      summary: "What the forms of a programme choose from",
      policy: signedIn,
      query: z.object({ territoryId: id }),
      reply: ProgrammeChoices,
      problems: {},
      touches: ["organisation", "role_assignment", "person"],
      handle: (context) => readChoices(context, context.query.territoryId),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId",
      action: "programme.read",
      summary: "A programme's passport and where it stands",
      policy: signedIn,
      params: ProgrammeParams,
      reply: ProgrammePage,
      problems: {},
      touches: ["programme", "measure", "redaction", "paper", "person", "organisation"],
      handle: (context) => readProgramme(context, context.params.territoryId, context.params.programmeId),
    }),
    route({
      method: "PATCH",
      path: "/api/programmes/:territoryId/:programmeId",
      action: "programme.edit",
      summary: "Change the passport",
      policy: personOnly,
      params: ProgrammeParams,
      body: EditPassport,
      reply: Edited,
      problems: PROGRAMME_PROBLEMS,
      touches: ["programme", "programme_change"],
      handle: (context) => editPassport(context, context.params.territoryId, context.params.programmeId, context.body),
    }),
    route({
      method: "POST",
      path: "/api/programmes/:territoryId/:programmeId/steps",
      action: "programme.step",
      summary: "Approve, start, finish or open again",
      policy: personOnly,
      params: ProgrammeParams,
      body: TakeStep,
      reply: ProgrammePage,
      problems: { ...PROGRAMME_PROBLEMS, ...PAPER_PROBLEMS, ...FILE_PROBLEMS },
      touches: ["programme", "paper", "stored_file", "obligation", "redaction"],
      handle: (context) => takeStep(context, context.params.territoryId, context.params.programmeId, context.body),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId/measures",
      action: "programme.table",
      summary: "Roadmaps with their sections and measures",
      policy: signedIn,
      params: ProgrammeParams,
      reply: ProgrammeTable,
      problems: {},
      touches: CONTENTS,
      handle: (context) =>
        readTable(context, context.params.territoryId, context.params.programmeId, sources.readFacts),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId/measures/:measureId",
      action: "measure.read",
      summary: "One measure with its schedule, parties and papers",
      policy: signedIn,
      params: MeasureParams,
      reply: MeasurePage,
      problems: {},
      touches: [...CONTENTS, "paper", "designation", "membership"],
      handle: ({ params, ...context }) =>
        readMeasurePage(context, params.territoryId, params.programmeId, params.measureId),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId/papers",
      action: "programme.papers",
      summary: "Papers that the programme rests on and its measures cite",
      policy: signedIn,
      params: ProgrammeParams,
      reply: ProgrammePapers,
      problems: {},
      touches: ["programme", "measure_paper", "measure", "paper", "stored_file"],
      handle: (context) => readPapers(context, context.params.territoryId, context.params.programmeId),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId/history",
      action: "programme.history",
      summary: "Edits and steps of a programme, the latest first",
      policy: signedIn,
      params: ProgrammeParams,
      query: Page,
      reply: History,
      problems: {},
      touches: ["programme", "programme_change", "journal", "person"],
      handle: ({ params, query, ...context }) =>
        readHistory(context, params.territoryId, params.programmeId, query.page),
    }),
    route({
      method: "POST",
      path: "/api/programmes/:territoryId/:programmeId/changes/:changeId/:direction",
      action: "programme.undo",
      summary: "Undo an edit, or do it again",
      policy: personOnly,
      params: ChangeParams,
      reply: Edited,
      problems: PROGRAMME_PROBLEMS,
      touches: [...CONTENTS, "measure_paper", "programme_change", "obligation", "redaction"],
      handle: ({ params, ...context }) =>
        undoChange(context, params.territoryId, params.programmeId, params.changeId, params.direction),
    }),
    ...sheetRoutes(sources),
    ...outlookRoutes,
    ...redactionRoutes,
    ...roadmapRoutes,
  ];
}
