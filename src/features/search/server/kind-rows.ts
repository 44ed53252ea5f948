import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { FoundKind } from "../model/kinds.ts";

/** How the rows of a kind are found and told. */
export interface KindRows {
  /** rows joined with `found`, which has their identifiers, and with what decides who sees them */
  readonly rows: RawBuilder<unknown>;
  /** the alias whose `id` identifies a row */
  readonly of: string;
  /** where the row lies; null of a person, who stands in several territories */
  readonly territory: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  /** what is told of those on the page: the text in which words are shown as `body`, the rest as a JSON object `told`; of a person, a place `s` that the actor sees */
  readonly details: (standings: RawBuilder<SqlBool>) => RawBuilder<unknown>;
}

const programmeTitle = sql`coalesce(nullif(p.short_title, ''), p.title)`;

/** Of a report, what it answers first: one lateral row `of_report`. */
const ofReport = (territory: string, report: string) => sql`left join lateral (
    select m.title, o.due_on, coalesce(b.short_name, concat_ws(' ', bp.family_name, bp.given_name), t.short_name) as bearer, ${programmeTitle} as programme
    from report_obligation ro
    join obligation o on o.territory_id = ro.territory_id and o.id = ro.obligation_id
    join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
    join programme p on p.territory_id = o.territory_id and p.id = o.programme_id
    join territory t on t.id = o.territory_id
    left join organisation b on b.id = o.bearer_organisation_id
    left join person bp on bp.id = o.bearer_person_id
    where ro.territory_id = ${sql.ref(territory)} and ro.report_id = ${sql.ref(report)}
    order by o.due_on, o.id limit 1) of_report on true`;

export const KIND_ROWS: Readonly<Record<FoundKind, KindRows>> = {
  programme: {
    rows: sql`join programme p on p.territory_id = found.territory_id and p.id = found.id`,
    of: "p",
    territory: sql`p.territory_id`,
    title: sql`p.title`,
    details:
      () => sql`select page.*, p.goal as body, jsonb_build_object('state', p.status, 'owner', o.short_name, 'kind', t.kind) as told
      from page join programme p on p.territory_id = page.territory_id and p.id = page.id
      join territory t on t.id = p.territory_id left join organisation o on o.id = p.owner_organisation_id`,
  },
  measure: {
    rows: sql`join measure m on m.territory_id = found.territory_id and m.id = found.id
      join programme p on p.territory_id = m.territory_id and p.id = m.programme_id`,
    of: "m",
    territory: sql`m.territory_id`,
    title: sql`m.title`,
    details:
      () => sql`select page.*, concat_ws(' · ', nullif(m.result, ''), nullif(m.report_document, ''), nullif(m.responsible_text, ''), nullif(m.participants_text, ''), nullif(m.due_text, ''), nullif(m.level, '')) as body,
        jsonb_build_object('number', m.number, 'programme', ${programmeTitle}, 'programmeId', p.id, 'closed', m.closed_at is not null) as told
      from page join measure m on m.territory_id = page.territory_id and m.id = page.id
      join programme p on p.territory_id = m.territory_id and p.id = m.programme_id`,
  },
  report: {
    rows: sql`join report r on r.territory_id = found.territory_id and r.id = found.id`,
    of: "r",
    territory: sql`r.territory_id`,
    title: sql`''::text`,
    details:
      () => sql`select page.id, page.territory_id, page.total, page.place, of_report.title, concat_ws(' · ', nullif(r.text, ''), nullif(r.reason, ''), nullif(r.remark, '')) as body,
        jsonb_build_object('state', r.state, 'bearer', of_report.bearer, 'programme', of_report.programme, 'dueOn', of_report.due_on) as told
      from page join report r on r.territory_id = page.territory_id and r.id = page.id ${ofReport("r.territory_id", "r.id")}`,
  },
  organisation: {
    rows: sql`join organisation o on o.territory_id = found.territory_id and o.id = found.id`,
    of: "o",
    territory: sql`o.territory_id`,
    title: sql`o.short_name`,
    details:
      () => sql`select page.*, concat_ws(' · ', nullif(o.name, o.short_name), nullif(o.address, ''), o.inn) as body,
        jsonb_build_object('kind', o.kind, 'closed', o.closed_on, 'phone', o.phone) as told
      from page join organisation o on o.territory_id = page.territory_id and o.id = page.id`,
  },
  person: {
    rows: sql`join person w on w.id = found.id`,
    of: "w",
    territory: sql`null::uuid`,
    title: sql`concat_ws(' ', w.family_name, w.given_name, nullif(w.patronymic, ''))`,
    details: (standings) => sql`select page.*, '' as body,
        jsonb_build_object('position', stands.position, 'role', stands.role, 'organisation', stands.organisation, 'territoryId', stands.territory_id) as told
      from page left join lateral (
        select s.territory_id, s.position, s.role, coalesce(o.short_name, t.short_name) as organisation from (
          select person_id, territory_id, organisation_id, position, null as role, from_on, to_on from membership
          union all select person_id, territory_id, organisation_id, null, role, from_on, to_on from role_assignment) s
        join territory t on t.id = s.territory_id left join organisation o on o.id = s.organisation_id
        where s.person_id = page.id and ${standings}
        order by s.to_on desc nulls first, s.position is null, s.from_on desc limit 1) stands on true`,
  },
  paper: {
    rows: sql`join paper p on p.territory_id = found.territory_id and p.id = found.id
      left join organisation o on o.id = p.issuer_organisation_id`,
    of: "p",
    territory: sql`p.territory_id`,
    title: sql`p.title`,
    details: () => sql`select page.*, '' as body,
        jsonb_build_object('kind', p.kind, 'number', p.number, 'datedOn', p.dated_on, 'issuer', o.short_name) as told
      from page join paper p on p.territory_id = page.territory_id and p.id = page.id
      left join organisation o on o.id = p.issuer_organisation_id`,
  },
  file: {
    rows: sql`join stored_file f on f.territory_id = found.territory_id and f.id = found.id`,
    of: "f",
    territory: sql`f.territory_id`,
    title: sql`f.name`,
    details: () => sql`select page.*, coalesce(x.body, '') as body,
        jsonb_build_object('owner', f.owner_kind, 'ownerId', f.owner_id, 'report', of_report.title, 'bearer', of_report.bearer, 'paper', p.title) as told
      from page join stored_file f on f.territory_id = page.territory_id and f.id = page.id
      left join file_text x on x.territory_id = f.territory_id and x.file_id = f.id
      left join paper p on f.owner_kind = 'paper' and p.territory_id = f.territory_id and p.id = f.owner_id ${ofReport("f.territory_id", "f.owner_id")}`,
  },
};
