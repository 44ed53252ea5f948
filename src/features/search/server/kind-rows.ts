import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { FoundKind } from "../model/kinds.ts";

/** How the rows of a kind are found and told. */
interface KindRows {
  /** the rows, joined with what decides who sees them */
  readonly rows: RawBuilder<unknown>;
  /** the alias whose `id` identifies a row, within its `territory_id` */
  readonly of: string;
  /** a person stands in several territories, and none tells which person it is */
  readonly ofAnyTerritory?: true;
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

const KIND_ROWS: Readonly<Record<FoundKind, KindRows>> = {
  programme: {
    rows: sql`programme p`,
    of: "p",
    title: sql`p.title`,
    details:
      () => sql`select page.*, p.goal as body, jsonb_build_object('state', p.status, 'owner', o.short_name, 'kind', t.kind) as told
      from page join programme p on p.territory_id = page.territory_id and p.id = page.id
      join territory t on t.id = p.territory_id left join organisation o on o.id = p.owner_organisation_id`,
  },
  measure: {
    rows: sql`measure m
      join programme p on p.territory_id = m.territory_id and p.id = m.programme_id`,
    of: "m",
    title: sql`m.title`,
    details:
      () => sql`select page.*, concat_ws(' · ', nullif(m.result, ''), nullif(m.report_document, ''), nullif(m.responsible_text, ''), nullif(m.participants_text, ''), nullif(m.due_text, ''), nullif(m.level, '')) as body,
        jsonb_build_object('number', m.number, 'programme', ${programmeTitle}, 'programmeId', p.id, 'closed', m.closed_at is not null) as told
      from page join measure m on m.territory_id = page.territory_id and m.id = page.id
      join programme p on p.territory_id = m.territory_id and p.id = m.programme_id`,
  },
  report: {
    rows: sql`report r`,
    of: "r",
    title: sql`''::text`,
    details:
      () => sql`select page.id, page.territory_id, page.total, page.place, of_report.title, concat_ws(' · ', nullif(r.text, ''), nullif(r.reason, ''), nullif(r.remark, '')) as body,
        jsonb_build_object('state', r.state, 'bearer', of_report.bearer, 'programme', of_report.programme, 'dueOn', of_report.due_on) as told
      from page join report r on r.territory_id = page.territory_id and r.id = page.id ${ofReport("r.territory_id", "r.id")}`,
  },
  organisation: {
    rows: sql`organisation o`,
    of: "o",
    title: sql`o.short_name`,
    details:
      () => sql`select page.*, concat_ws(' · ', nullif(o.name, o.short_name), nullif(o.address, ''), o.inn) as body,
        jsonb_build_object('kind', o.kind, 'closed', o.closed_on, 'phone', o.phone) as told
      from page join organisation o on o.territory_id = page.territory_id and o.id = page.id`,
  },
  person: {
    rows: sql`person w`,
    of: "w",
    ofAnyTerritory: true,
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
    rows: sql`paper p
      left join organisation o on o.id = p.issuer_organisation_id`,
    of: "p",
    title: sql`p.title`,
    details: () => sql`select page.*, '' as body,
        jsonb_build_object('kind', p.kind, 'number', p.number, 'datedOn', p.dated_on, 'issuer', o.short_name) as told
      from page join paper p on p.territory_id = page.territory_id and p.id = page.id
      left join organisation o on o.id = p.issuer_organisation_id`,
  },
  file: {
    rows: sql`stored_file f`,
    of: "f",
    title: sql`f.name`,
    details: () => sql`select page.*, coalesce(x.body, '') as body,
        jsonb_build_object('owner', f.owner_kind, 'ownerId', f.owner_id, 'report', of_report.title, 'bearer', of_report.bearer, 'paper', p.title) as told
      from page join stored_file f on f.territory_id = page.territory_id and f.id = page.id
      left join file_text x on x.territory_id = f.territory_id and x.file_id = f.id
      left join paper p on f.owner_kind = 'paper' and p.territory_id = f.territory_id and p.id = f.owner_id ${ofReport("f.territory_id", "f.owner_id")}`,
  },
};

/** What is told of those on the page, who are seen by their places where `standings` holds; see `KindRows.details`. */
export const detailsOf = (kind: FoundKind, standings: RawBuilder<SqlBool>) => KIND_ROWS[kind].details(standings);

/**
 * The newest of the rows that `found` (`territory_id`, `id`) identifies and that are `seen`: `id`, `territory_id`, `title`. Each is looked at
 * by itself and no more of them than are asked for: how many were found nobody can know beforehand, and joined in another order all
 * of them would be met with all programmes of a territory.
 */
export function newestSeen(
  kind: FoundKind,
  found: RawBuilder<unknown>,
  seen: RawBuilder<SqlBool>,
  most: number,
): RawBuilder<unknown> {
  const { rows, of, ofAnyTerritory, title } = KIND_ROWS[kind];
  const territory = ofAnyTerritory ? sql`null::uuid` : sql.ref(`${of}.territory_id`);
  const here = ofAnyTerritory ? sql`true` : sql`${territory} = found.territory_id`;
  return sql`select shown.* from (select * from ${found} as named order by id desc) as found
    cross join lateral (select ${sql.ref(`${of}.id`)} as id, ${territory} as territory_id, ${title} as title
      from ${rows} where ${sql.ref(`${of}.id`)} = found.id and ${here} and ${seen} offset 0) as shown
    order by found.id desc limit ${sql.lit(most)}`;
}
