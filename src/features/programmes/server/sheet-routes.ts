import { route, signedIn, type Route } from "#platform/http/route.ts";
import { ProgrammeListQuery, ProgrammeParams } from "../model/seen.ts";
import { measureWorkbook } from "./measure-workbook.ts";
import { programmeWorkbook } from "./programme-workbook.ts";
import type { ReadFacts } from "./read-programme.ts";

const CONTENTS = ["programme", "roadmap", "section", "measure", "measure_party", "planned_value", "planned_year"];

/** Programmes and their measures as workbooks. */
export function sheetRoutes(sources: { readonly readFacts?: ReadFacts }): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/programmes.xlsx",
      action: "programme.list-sheet",
      summary: "The programmes of the list as a workbook",
      policy: signedIn,
      query: ProgrammeListQuery,
      problems: {},
      touches: ["programme", "measure", "organisation", "person"],
      handle: (context) => programmeWorkbook(context, context.query),
    }),
    route({
      method: "GET",
      path: "/api/programmes/:territoryId/:programmeId/measures.xlsx",
      action: "measure.list-sheet",
      summary: "The table of measures as a workbook",
      policy: signedIn,
      params: ProgrammeParams,
      problems: {},
      touches: CONTENTS,
      handle: (context) =>
        measureWorkbook(context, context.params.territoryId, context.params.programmeId, sources.readFacts),
    }),
  ];
}
