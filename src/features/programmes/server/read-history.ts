import { sql } from "kysely";
import { uncapitalised } from "#domain/russian/letter-case.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { HISTORY_WORDS } from "../model/history-words.ts";
import { canEditProgramme } from "../model/policy.ts";
import { redactionName } from "../model/redaction-words.ts";
import type { History, HistoryEntry } from "../model/history.ts";
import { undoRefusal } from "../model/undo-rule.ts";
import { PAGE } from "./list-programmes.ts";
import { factsOf, loadProgramme } from "./load-programme.ts";
import { loadsRoadmap } from "./loads-roadmap.ts";
import { pausedNow } from "./pauses.ts";
import { broughtBy, redactionHeads } from "./redaction-heads.ts";

interface Row {
  readonly id: Id;
  readonly at: Date;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly patronymic: string | null;
  /** the label of an edit, also of the one that was undone or done again */
  readonly label: string | null;
  readonly action: string | null;
  readonly reason: string | null;
  readonly undone: boolean;
  readonly loads: boolean;
  readonly total: number;
}

/** Edits of the programme and the steps of its life, the latest first, 50 a page. */
export async function readHistory(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  page: number,
): Promise<History> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  const { rows } = await sql<Row>`
    with told as (
      select c.id, c.at, c.person_id, c.label, null as action, null as reason, c.undone_at is not null as undone
        from programme_change c where c.territory_id = ${territoryId} and c.programme_id = ${programmeId}
      union all
      select j.id, j.at, j.person_id, c.label, j.action, j.detail ->> 'reason', false
        from journal j
        left join programme_change c on c.territory_id = j.territory_id and c.id = (j.detail ->> 'changeId')::uuid
        where j.territory_id = ${territoryId} and j.programme_id = ${programmeId} and j.action = any (${Object.keys(HISTORY_WORDS)})
    ), paged as (
      select t.*, count(*) over () as total from told t
      order by t.at desc, t.id desc limit ${PAGE} offset ${(page - 1) * PAGE}
    )
    select t.*, p.family_name, p.given_name, p.patronymic,
      coalesce(${loadsRoadmap("c.rows")}, false) as loads
    from paged t left join person p on p.id = t.person_id
    left join programme_change c on t.action is null and c.territory_id = ${territoryId} and c.id = t.id
    order by t.at desc, t.id desc`.execute(context.tx);
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const { programme: paused } = await pausedNow(context.tx, territoryId, programmeId, today);
  const mayEdit = !paused && canEditProgramme(context.actor, factsOf(programme));
  const heads = await redactionHeads(context.tx, territoryId, programmeId);
  const changeOf = ({ id, undone, loads }: Row): HistoryEntry["change"] => {
    const redaction = broughtBy(heads, id);
    const direction = undone ? "redo" : "undo";
    const refusal = undoRefusal(direction, { status: programme.status, loadsRoadmap: loads, redaction });
    return {
      undone,
      can: mayEdit && !refusal ? direction : null,
      amends: redaction && redactionName({ number: redaction.number, effectiveOn: redaction.effective_on }),
    };
  };
  return {
    items: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      person: row.family_name
        ? shortName({
            family_name: row.family_name,
            given_name: row.given_name ?? "",
            patronymic: row.patronymic ?? "",
          })
        : "Ориентир",
      text: row.action ? wordsOf(row) : (row.label ?? ""),
      change: row.action ? null : changeOf(row),
    })),
    total: rows[0]?.total ?? 0,
  };
}

function wordsOf(row: Row): string {
  const words = HISTORY_WORDS[row.action!]!;
  if (row.label) return `${words}: ${uncapitalised(row.label)}`;
  return row.reason ? `${words}: ${row.reason}` : words;
}
