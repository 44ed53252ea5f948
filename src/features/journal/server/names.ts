import { sql } from "kysely";
import { dateInDigits } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { PAPER_KIND_NAME, type PaperKind } from "#features/papers/model/words.ts";
import { shortName } from "#features/people/model/names.ts";
import type { JournalRow } from "./journal-rows.ts";

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** Everything that rows of the journal name, by its identifier: one question, whatever the kinds. */
export async function namesIn(tx: Tx, territoryId: Id, rows: readonly JournalRow[]): Promise<ReadonlyMap<Id, string>> {
  const text = JSON.stringify(
    rows.map(({ subject_id, programme_id, detail, changes }) => [subject_id, programme_id, detail, changes]),
  );
  const ids = [...new Set(text.match(ID) ?? [])];
  if (ids.length === 0) return new Map();
  const at = territoryId;
  const { rows: found } = await sql<{ id: Id; kind: string; a: string | null; b: string | null; c: string | null }>`
    select id, 'person' as kind, family_name as a, given_name as b, patronymic as c from person where id = any (${ids}::uuid[])
    union all select a.id, 'person', p.family_name, p.given_name, p.patronymic from account a join person p on p.id = a.person_id where a.id = any (${ids}::uuid[])
    union all select id, 'name', short_name, null, null from organisation where id = any (${ids}::uuid[])
    union all select id, 'name', name, null, null from territory where id = any (${ids}::uuid[])
    union all select id, 'paper', kind, number, dated_on::text from paper where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'name', name, null, null from stored_file where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'title', short_title, null, null from programme where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'title', title, null, null from roadmap where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'title', concat_ws(' ', nullif(number, ''), title), null, null from section where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'title', concat_ws(' ', nullif(number, ''), title), null, null from measure where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'title', title, null, null from programme_template where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select id, 'name', name, null, null from document_import where territory_id = ${at} and id = any (${ids}::uuid[])
    union all select o.id, 'due', m.title, coalesce(g.short_name, ''), o.due_on::text from obligation o
      join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
      left join organisation g on g.id = o.bearer_organisation_id where o.territory_id = ${at} and o.id = any (${ids}::uuid[])
    union all select r.id, 'due', min(m.title), coalesce(min(g.short_name), ''), min(o.due_on)::text from report r
      join report_obligation l on l.territory_id = r.territory_id and l.report_id = r.id
      join obligation o on o.territory_id = l.territory_id and o.id = l.obligation_id
      join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
      left join organisation g on g.id = r.organisation_id where r.territory_id = ${at} and r.id = any (${ids}::uuid[]) group by r.id`.execute(
    tx,
  );
  return new Map(found.map((row) => [row.id, nameOf(row)]));
}

function nameOf({
  kind,
  a,
  b,
  c,
}: {
  readonly kind: string;
  readonly a: string | null;
  readonly b: string | null;
  readonly c: string | null;
}): string {
  const day = c ? dateInDigits(c as LocalDate) : "";
  switch (kind) {
    case "person":
      return shortName({ family_name: a ?? "", given_name: b ?? "", patronymic: c ?? "" });
    case "paper":
      return [PAPER_KIND_NAME[a as PaperKind], day && `от ${day}`, b && `№ ${b}`].filter(Boolean).join(" ");
    case "due":
      return [quoted(a ?? ""), b, day && `срок ${day}`].filter(Boolean).join(", ");
    case "title":
      return quoted(a ?? "");
    default:
      return a ?? "";
  }
}
