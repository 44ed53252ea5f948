import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { presentObligation } from "#features/obligations/server/public.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { MeasureProgress } from "../model/contract.ts";
import { figureOf } from "../model/figure.ts";
import { valuesOf } from "./actual-values.ts";
import { bearersOf } from "./bearers.ts";
import { phonesOf } from "./late-list.ts";
import { programmeSeen } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole } from "./programme-figures.ts";
import { progressRows } from "./progress-groups.ts";

type Asked = RequestContext<{ territoryId: Id; measureId: Id }, unknown, unknown>;

/** One measure: its occurrences by its bearers, each with its report, and what came of the plan by year. */
export async function readMeasureProgress(context: Asked): Promise<MeasureProgress> {
  const { actor, tx, params, clock } = context;
  const { territoryId, measureId } = params;
  const measure = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("id", "=", measureId)
    .select("programme_id")
    .executeTakeFirst();
  if (!measure) throw commonProblem("not-found");
  const programme = await programmeSeen(tx, actor, territoryId, measure.programme_id);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const records = await progressRows(tx, territoryId, actor, { measureId }, today)
    .select("o.bearer_key")
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  const rows = records.map((record) => {
    const presented = presentObligation(record, actor, today);
    const group = { dueOn: record.due_on, state: presented.state, count: 1 };
    return { record, presented, group, key: record.occurrence_key, bearer: record.bearer_key };
  });
  const figure = (own: typeof rows) =>
    figureOf(
      own.map((row) => row.group),
      today,
    );
  const keys = [...new Set(rows.map((row) => row.key))];
  const bearers = await bearersOf(tx, territoryId, [...new Set(rows.map((row) => row.bearer))]);
  const phones = await phonesOf(
    tx,
    bearers.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return {
    today,
    territoryId,
    programmeId: programme.id,
    measureId,
    yearKind: programme.year_kind,
    figure: figure(rows),
    isWhole: isWhole(actor, programme),
    planning: (await planningOf(tx, territoryId))(programme.id),
    occurrences: keys.map((key) => {
      const own = rows.filter((row) => row.key === key);
      const { record } = own[0]!;
      const days = { occurrenceKey: key, opensOn: record.opens_on, dueOn: record.due_on };
      return { key, words: occurrenceInWords(days), dueOn: record.due_on, figure: figure(own) };
    }),
    bearers: bearers.map((bearer) => {
      const own = rows.filter((row) => row.bearer === bearer.key);
      return {
        ...bearer,
        phone: phones.get(bearer.organisationId ?? "") ?? "",
        figure: figure(own),
        obligations: own.map((row) => ({ ...row.presented, occurrenceKey: row.key })),
      };
    }),
    // a draft has no facts to stand beside its plan
    values:
      programme.status === "draft"
        ? []
        : await valuesOf(tx, territoryId, actor, { programmeId: programme.id, measureId }, today),
  };
}
