import { cutText } from "#shared/cut-text.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import type { ProgrammePapers } from "../model/seen.ts";
import { grouped } from "#shared/grouped.ts";
import { loadProgramme } from "./load-programme.ts";

const SHOWN = 40;

/** Papers that the programme rests on and its measures cite, those the reader may see: the directive of approval first. */
export async function readPapers(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<ProgrammePapers> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  const cited = await context.tx
    .selectFrom("measure_paper as c")
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "c.territory_id").onRef("m.id", "=", "c.measure_id"),
    )
    .where("c.territory_id", "=", territoryId)
    .where("m.programme_id", "=", programmeId)
    .select(["c.paper_id", "m.id", "m.number", "m.title"])
    .orderBy("m.ordinal")
    .execute();
  const measuresOf = grouped(cited, (row) => row.paper_id);
  const ids = [...new Set([...(programme.paper_id ? [programme.paper_id] : []), ...measuresOf.keys()])];
  const papers = await papersOf(context, territoryId, ids);
  return {
    items: ids.flatMap((id) => {
      const paper = papers.get(id);
      if (!paper) return [];
      const measures = (measuresOf.get(id) ?? []).map((row) => ({
        id: row.id,
        name: row.number || cutText(row.title, SHOWN),
      }));
      return [{ ...paper, approves: id === programme.paper_id, measures }];
    }),
  };
}
