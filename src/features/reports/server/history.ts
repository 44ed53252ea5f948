import { sql, type SqlBool } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { RawReply, RequestContext } from "#platform/http/route.ts";
import { seesOrganisation } from "#features/places/model/access.ts";
import { listWorkbook, sheetDay, timeZoneOf } from "#features/places/server/public.ts";
import { seenBy, selectObligations } from "#features/obligations/server/public.ts";
import { localDate, localDateAt } from "#shared/local-date.ts";
import { HISTORY_STATES, type HistoryQuery, type HistoryYear, type ReportHistory } from "../model/history.ts";
import { REPORT_STATE_WORD } from "../model/lifecycle.ts";
import { presentRows } from "./list-reports.ts";

type Asked = RequestContext<unknown, z.output<typeof HistoryQuery>, unknown>;

const PAGE = 50;
const WHOLE = 5000;

/** The report came back at least once. */
const CAME_BACK = sql<SqlBool>`exists (select from report_step s
  where s.territory_id = r.territory_id and s.report_id = r.id and s.step = 'return')`;

/** What an organisation has sent, newest first; drafts, and what was withdrawn into them, are not history yet. */
export async function readHistory(context: Asked): Promise<ReportHistory> {
  const { actor, tx, query, clock } = context;
  const { territoryId, organisationId } = query;
  if (!seesOrganisation(actor, territoryId, organisationId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, territoryId);
  const sentIn = sql<number>`extract(year from r.submitted_at at time zone ${zone}::text)::int`;
  const all = selectObligations(tx, territoryId)
    .where(seenBy(actor, territoryId))
    .where("o.bearer_organisation_id", "=", organisationId)
    .where("r.state", "in", HISTORY_STATES)
    .where("r.submitted_at", "is not", null);
  const years = await all
    .clearSelect()
    .select([sentIn.as("year"), "r.state as standing", CAME_BACK.as("came_back")])
    .select(sql<number>`count(distinct r.id)::int`.as("many"))
    .groupBy(["year", "standing", "came_back"])
    .execute();
  const programmes = await all
    .clearSelect()
    .select(["p.id", sql<string>`coalesce(nullif(p.short_title, ''), p.title)`.as("title")])
    .distinct()
    .orderBy("title")
    .execute();
  let rows = all;
  if (query.programmeId) rows = rows.where("o.programme_id", "=", query.programmeId);
  if (query.year) rows = rows.where(sentIn, "=", query.year);
  if (query.state === "mended") rows = rows.where(CAME_BACK);
  else if (query.state !== "all") rows = rows.where("r.state", "=", query.state);
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(distinct r.id)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const whole = query.view === "whole";
  const page = await rows
    .clearSelect()
    .select(["r.id as report_id", "r.submitted_at as at", CAME_BACK.as("came_back")])
    .groupBy(["r.territory_id", "r.id", "r.submitted_at"])
    .orderBy("at", "desc")
    .orderBy("report_id")
    .limit(whole ? WHOLE : PAGE)
    .offset(whole ? 0 : (query.page - 1) * PAGE)
    .execute();
  const mended = new Map(page.map((row) => [row.report_id!, Boolean(row.came_back)]));
  const presented = await presentRows(context, territoryId, [...mended.keys()]);
  return {
    today: clock.today(zone),
    years: yearsOf(years),
    programmes: programmes.flatMap(({ id, title }) => (id ? [{ id, title }] : [])),
    rows: presented.map((row) => ({ ...row, mended: mended.get(row.id)! })),
    total,
    page: query.page,
    pageSize: whole ? WHOLE : PAGE,
  };
}

interface Counted {
  readonly year: number;
  readonly standing: string | null;
  readonly came_back: SqlBool;
  readonly many: number;
}

function yearsOf(counted: readonly Counted[]): HistoryYear[] {
  const years = [...new Set(counted.map((one) => one.year))].sort((one, other) => other - one);
  return years.map((year) => {
    const sum = (which: (one: Counted) => boolean) =>
      counted.filter((one) => one.year === year && which(one)).reduce((many, one) => many + one.many, 0);
    return {
      year,
      sent: sum(() => true),
      accepted: sum((one) => one.standing === "accepted"),
      waiting: sum((one) => one.standing === "submitted"),
      returned: sum((one) => one.standing === "returned"),
      mended: sum((one) => Boolean(one.came_back)),
    };
  });
}

const COLUMNS = [
  { title: "№", width: 8 },
  { title: "Мероприятие", width: 60 },
  { title: "Программа", width: 30 },
  { title: "Срок", width: 12 },
  { title: "Отправлен", width: 12 },
  { title: "Состояние", width: 16 },
  { title: "Возвращали", width: 12 },
  { title: "Решение", width: 12 },
  { title: "Автор", width: 20 },
];

/** The list as it is filtered, all of it. */
export async function historySheet(context: Asked): Promise<RawReply> {
  const zone = await timeZoneOf(context.tx, context.query.territoryId);
  const { rows } = await readHistory({ ...context, query: { ...context.query, view: "whole" } });
  const day = (instant: string | null): ReturnType<typeof sheetDay> | null =>
    instant === null ? null : sheetDay(localDateAt(new Date(instant), zone));
  return listWorkbook(
    "История отчётов",
    COLUMNS,
    rows.map((row) => [
      row.measureNumber,
      row.title + (row.obligations > 1 ? ` и ещё ${row.obligations - 1}` : ""),
      row.programmeTitle,
      sheetDay(localDate(row.dueOn)),
      day(row.submittedAt),
      REPORT_STATE_WORD[row.state],
      row.mended ? "да" : "нет",
      day(row.decidedAt),
      row.authorName,
    ]),
  );
}
