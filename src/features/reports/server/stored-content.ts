import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import type { OfReport } from "./report-parts.ts";

/** What a report holds, in the order of its own keys, so that two readings can be compared field by field. */
export interface StoredContent extends Readonly<Record<string, unknown>> {
  readonly state: string;
  readonly kind: string;
  readonly text: string;
  readonly doneOn: string | null;
  readonly reason: string;
  readonly remark: string;
  readonly obligationIds: readonly Id[];
  readonly values: readonly unknown[];
  readonly evidence: readonly unknown[];
  /** the earlier report whose words were taken */
  readonly basedOn: Id | null;
}

/** The report as it stands now, for the journal. */
export async function storedContent(tx: Tx, territoryId: Id, reportId: Id): Promise<StoredContent> {
  const [row] = await content(tx, { territoryId, reportId });
  return row!;
}

const content = hot(
  (_tx, { territoryId, reportId }: OfReport) => sql<StoredContent>`
    select r.based_on as "basedOn", r.state, r.kind, r.text, r.done_on as "doneOn", r.reason, r.remark,
      coalesce((select jsonb_agg(o.obligation_id order by o.obligation_id) from report_obligation o
        where o.territory_id = r.territory_id and o.report_id = r.id), '[]') as "obligationIds",
      coalesce((select jsonb_agg(jsonb_build_object('obligationId', v.obligation_id, 'plannedValueId', v.planned_value_id, 'year', v.year,
          'value', v.value, 'denominator', v.denominator) order by v.obligation_id, v.planned_value_id, v.year)
        from report_value v where v.territory_id = r.territory_id and v.report_id = r.id), '[]') as "values",
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('fileId', e.file_id, 'paperId', e.paper_id, 'url', e.url)) order by e.ordinal, e.id)
        from evidence e where e.territory_id = r.territory_id and e.report_id = r.id), '[]') as "evidence"
    from report r where r.territory_id = ${territoryId} and r.id = ${reportId}`,
);
