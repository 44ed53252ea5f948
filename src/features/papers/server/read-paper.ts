import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fileFacts } from "#features/files/server/public.ts";
import type { Citation, PaperPage } from "../model/contract.ts";
import { canWritePaper } from "../model/policy.ts";
import { issuersFor } from "./issuers.ts";
import { loadPaper, presentPaper } from "./load-paper.ts";
import { canSeeProgramme } from "#features/programmes/model/policy.ts";

/** A paper with all that cites it. */
export async function readPaper(context: UseCaseContext, territoryId: Id, paperId: Id): Promise<PaperPage> {
  const paper = await loadPaper(context, territoryId, paperId);
  const files = await fileFacts(context.tx, territoryId, paper.file_id ? [paper.file_id] : []);
  return {
    ...presentPaper(paper),
    file: (paper.file_id && files.get(paper.file_id)) || null,
    citations: await citationsOf(context, territoryId, paperId),
    can: { edit: canWritePaper(context.actor, territoryId, paper.issuer_organisation_id) },
    issuers: await issuersFor(context, territoryId),
  };
}

interface Cited {
  readonly kind: Citation["kind"];
  readonly programme_id: Id | null;
  readonly measure_id: Id | null;
  readonly text: string;
  readonly programme: string | null;
  readonly owner: Id | null;
  readonly status: "draft" | "approved" | "running" | "finished" | null;
}

/** Only what the reader may see is named; a citation in a programme that is not open to the reader is left out. */
async function citationsOf(context: UseCaseContext, territoryId: Id, paperId: Id): Promise<Citation[]> {
  const { rows } = await sql<Cited>`
    select 'programme' as kind, p.id as programme_id, null::uuid as measure_id, p.title as text, null as programme, p.owner_organisation_id as owner, p.status
      from programme p where p.territory_id = ${territoryId} and p.paper_id = ${paperId}
    union all
    select 'measure', m.programme_id, m.id, trim(m.number || ' ' || m.title), coalesce(nullif(p.short_title, ''), p.title), p.owner_organisation_id, p.status
      from measure_paper c
      join measure m on m.territory_id = c.territory_id and m.id = c.measure_id
      join programme p on p.territory_id = m.territory_id and p.id = m.programme_id
      where c.territory_id = ${territoryId} and c.paper_id = ${paperId}
    union all
    select 'designation', null, null, o.short_name, null, null, null
      from designation d join organisation o on o.id = d.organisation_id
      where d.territory_id = ${territoryId} and d.paper_id = ${paperId}`.execute(context.tx);
  const { reports } = await context.tx
    .selectFrom("evidence")
    .where("territory_id", "=", territoryId)
    .where("paper_id", "=", paperId)
    .select((of) => of.fn.count<number>("report_id").distinct().as("reports"))
    .executeTakeFirstOrThrow();
  const named = rows.flatMap((row): Citation[] => {
    if (row.programme_id === null) return [{ kind: row.kind, text: row.text, link: null }];
    if (!canSeeProgramme(context.actor, { territoryId, ownerOrganisationId: row.owner, status: row.status! }))
      return [];
    const page = `/programmes/${territoryId}/${row.programme_id}`;
    const where = row.programme ? { programme: row.programme } : {};
    return [
      { kind: row.kind, text: row.text, ...where, link: row.measure_id ? `${page}/measures/${row.measure_id}` : page },
    ];
  });
  return reports > 0 ? [...named, { kind: "report", text: String(reports), link: null }] : named;
}
