import type { World } from "./world.ts";

/** Obligations that say otherwise of their report than the report itself: none, whatever was done. */
export function wronglyAccepted({ rows }: Pick<World, "rows">) {
  return rows<{ id: string }>(
    `select o.id from obligation o
     left join report_obligation ro on ro.territory_id = o.territory_id and ro.obligation_id = o.id
     left join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
     where o.accepted <> coalesce(r.state = 'accepted', false)`,
  );
}
