import { grouped } from "#shared/grouped.ts";
import type pg from "pg";
import type { Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Kept } from "./place.ts";

/**
 * Every row of the world that somebody may not see, read as the owner of the tables: the facts an oracle needs, nothing of the
 * program's own queries or policies. Columns that a table has not are null.
 */
const PROGRAMME = "p.id as programme_id, p.owner_organisation_id as owner, p.status as state";
const QUESTIONS: Readonly<Record<string, string>> = {
  programme: `select p.id, p.territory_id, p.version, p.officer_person_id as person_id, ${PROGRAMME} from programme p`,
  roadmap: `select r.id, r.territory_id, r.version, ${PROGRAMME}, r.id as roadmap_id from roadmap r join programme p on p.id = r.programme_id`,
  section: `select s.id, s.territory_id, s.version, ${PROGRAMME}, s.roadmap_id from section s join roadmap r on r.id = s.roadmap_id join programme p on p.id = r.programme_id`,
  measure: `select m.id, m.territory_id, m.version, ${PROGRAMME}, m.roadmap_id, m.id as measure_id from measure m join programme p on p.id = m.programme_id order by m.ordinal`,
  planned_value: `select v.id, v.territory_id, ${PROGRAMME}, v.measure_id from planned_value v join measure m on m.id = v.measure_id join programme p on p.id = m.programme_id`,
  measure_party: `select v.id, v.territory_id, ${PROGRAMME}, v.measure_id from measure_party v join measure m on m.id = v.measure_id join programme p on p.id = m.programme_id`,
  programme_change: `select c.id, c.territory_id, ${PROGRAMME} from programme_change c join programme p on p.id = c.programme_id order by c.at desc`,
  redaction: `select c.id, c.territory_id, ${PROGRAMME} from redaction c join programme p on p.id = c.programme_id`,
  programme_template:
    "select t.id, t.territory_id, t.owner_organisation_id as owner, t.made_by as person_id from programme_template t",
  document_import: `select i.id, i.territory_id, i.version, i.owner_organisation_id as owner, i.status as state, i.programme_id, i.created_by as person_id,
      case when i.amends_programme_id is not null and i.pairs <> '{}' then 'settled' when i.amends_programme_id is not null then 'amending' when i.decisions <> '[]' then 'answered' end as parent_table from document_import i`,
  obligation: `select o.id, o.territory_id, o.version, o.programme_id, p.owner_organisation_id as owner, o.bearer_kind as state,
      o.bearer_organisation_id as organisation_id, g.kind as organisation_kind, o.bearer_person_id as person_id, o.delegated_to, o.measure_id
    from obligation o join programme p on p.id = o.programme_id join measure m on m.id = o.measure_id
    left join organisation g on g.id = o.bearer_organisation_id order by m.ordinal, o.id`,
  report: `select r.id, r.territory_id, r.version, r.state, r.author_person_id as person_id, o.id as parent_id, 'obligation' as parent_table,
      o.programme_id, o.measure_id, p.owner_organisation_id as owner, o.bearer_organisation_id as organisation_id, o.delegated_to
    from report r join report_obligation l on l.report_id = r.id join obligation o on o.id = l.obligation_id join programme p on p.id = o.programme_id`,
  evidence: "select e.id, e.territory_id, e.report_id as parent_id, 'report' as parent_table from evidence e",
  report_step: "select s.id, s.territory_id, s.report_id as parent_id, 'report' as parent_table from report_step s",
  stored_file:
    "select f.id, f.territory_id, f.owner_id as parent_id, case f.owner_kind when 'report' then 'report' when 'paper' then 'paper' when 'import' then 'document_import' end as parent_table, f.uploaded_by as person_id from stored_file f",
  file_upload:
    "select u.id, u.territory_id, u.person_id, case when u.received = u.bytes then 'whole' else 'coming' end as state from file_upload u",
  paper: `select p.id, p.territory_id, p.version, p.issuer_organisation_id as organisation_id, g.kind as organisation_kind,
      case when exists (select from measure_paper c where c.paper_id = p.id) then 'cited' end as parent_table
    from paper p left join organisation g on g.id = p.issuer_organisation_id`,
  saved_remark:
    "select r.id, r.territory_id, r.version, r.owner_organisation_id as owner, r.made_by as person_id from saved_remark r",
  saved_view:
    "select v.id, v.territory_id, v.version, v.person_id, case when v.shared then 'shared' end as state from saved_view v",
  watch: "select w.id, w.territory_id, w.person_id from watch w",
  pause: `select x.id, x.territory_id, x.version, ${PROGRAMME}, x.measure_id from pause x join programme p on p.id = x.programme_id`,
  phone_call: "select c.id, c.territory_id, c.organisation_id from phone_call c",
  data_request: "select q.id, q.territory_id, q.version, q.person_id from data_request q",
  consent: "select c.id, c.territory_id, c.person_id from consent c",
  destruction: "select d.id, d.territory_id, d.person_id from destruction d",
  notice: "select n.id, n.territory_id, n.person_id from notice n",
  designation: "select d.id, d.territory_id, d.version, d.organisation_id from designation d",
  membership:
    "select m.id, m.territory_id, m.version, m.organisation_id, m.person_id, m.to_on < current_date as over from membership m",
  role_assignment:
    "select r.id, r.territory_id, r.version, r.organisation_id, r.person_id, r.role as state, r.to_on < current_date as over from role_assignment r",
  organisation:
    "select g.id, g.territory_id, g.version, g.id as organisation_id, g.kind as organisation_kind from organisation g",
  territory: "select t.id, t.id as territory_id, t.version, t.kind as state from territory t",
  person: "select p.id, p.version, p.id as person_id from person p",
  account: "select a.id, a.person_id from account a",
  session: "select s.id, a.person_id from session s join account a on a.id = s.account_id",
};

export interface Registry {
  readonly byId: ReadonlyMap<Id, Kept>;
  readonly byMark: ReadonlyMap<string, Kept>;
  of(table: string): readonly Kept[];
}

/** Reads the whole world into memory: some thousands of rows. */
export async function readRegistry(pool: pg.Pool): Promise<Registry> {
  const all: Kept[] = [];
  for (const [table, question] of Object.entries(QUESTIONS)) {
    const { rows } = await pool.query<Record<string, string | null>>(question);
    for (const row of rows) all.push(keptOf(table, row));
  }
  const byId = new Map(all.map((kept) => [kept.id, kept]));
  const byMark = new Map(all.map((kept) => [markOf(kept.id), kept]));
  const byTable = grouped(all, (kept) => kept.table);
  return { byId, byMark, of: (table) => byTable.get(table) ?? [] };
}

export function keptOf(table: string, row: Readonly<Record<string, unknown>>): Kept {
  const text = (name: string): string | null => (typeof row[name] === "string" ? row[name] : null);
  return {
    table,
    id: text("id") ?? "",
    territoryId: text("territory_id"),
    version: typeof row["version"] === "number" ? row["version"] : null,
    programmeId: text("programme_id"),
    ownerOrganisationId: text("owner"),
    state: text("state"),
    organisationId: text("organisation_id"),
    organisationKind: text("organisation_kind"),
    personId: text("person_id"),
    delegatedTo: text("delegated_to"),
    parentId: text("parent_id"),
    parentTable: text("parent_table"),
    roadmapId: text("roadmap_id"),
    measureId: text("measure_id"),
    isOver: row["over"] === true,
  };
}
