import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { planDiffOf, reportsOf } from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { placedMeasures } from "#features/programmes/model/redaction-document.ts";
import { differenceOf, placeName } from "#features/programmes/model/redaction-difference.ts";
import type { ReplanForecast } from "#features/programmes/model/redaction-words.ts";
import type { AmendmentView, Forecast, ForecastQuery } from "../model/amendment.ts";
import { planAfter } from "../model/plan-after.ts";
import { loadReview, type ImportRecord } from "./load-import.ts";
import { openAmendment } from "./open-amendment.ts";

/** What a reviewed document changes in the programme it amends, row by row, with what it leaves to a person. */
export async function readAmendment(context: UseCaseContext, territoryId: Id, importId: Id): Promise<AmendmentView> {
  return presentAmendment(context, await loadReview(context, territoryId, importId));
}

export async function presentAmendment(context: UseCaseContext, row: ImportRecord): Promise<AmendmentView> {
  const { amendable, answers, pairing, returning, merged, missing, open, programmeId } = await openAmendment(
    context,
    row,
  );
  const standing = new Map(placedMeasures(amendable.document).map((one) => [one.measure.key, one]));
  const rowOf = new Map(pairing.pairs.map((pair) => [pair.after, pair.before]));
  return {
    version: row.version,
    name: row.name,
    programme: { id: programmeId, title: amendable.document.title },
    stamp: amendable.stamp,
    difference: differenceOf(amendable.document, merged),
    questions: pairing.questions.map(({ after, candidates }) => ({
      row: rowOf.get(after)!,
      after,
      candidates: candidates.map((key) => {
        const { measure, path } = standing.get(key)!;
        return { key, number: measure.number, title: measure.title, place: placeName(path) };
      }),
    })),
    pairs: [...pairing.pairs, ...returning].map(({ before, after, by }) => ({
      row: before,
      after,
      byPerson: by === "person",
    })),
    saidNew: answers.rows.filter(({ before }) => before === null).map(({ after }) => after),
    missing: [...missing],
    open,
    today: context.clock.today(await timeZoneOf(context.tx, row.territory_id)),
  };
}

/** What replanning will do with the reports when the amendment takes effect on a day; nothing is kept. */
export async function forecastAmendment(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  { effectiveOn }: z.output<typeof ForecastQuery>,
): Promise<Forecast> {
  const row = await loadReview(context, territoryId, importId);
  const { amendable, merged, programmeId } = await openAmendment(context, row);
  const from = async (day: LocalDate) => {
    const plan = planAfter(amendable.document, merged, amendable.bindsFrom, day);
    const { add, move, close, reopen } = await planDiffOf(context, territoryId, {
      ...amendable.programme,
      startsOn: plan.period.from,
      endsOn: plan.period.to,
      yearKind: merged.yearKind,
      ...plan,
    });
    return { added: add.length + reopen.length, closed: close.length, moved: move.length };
  };
  const told = await from(effectiveOn);
  return {
    ...told,
    kept: await reportsOf(context.tx, territoryId, programmeId),
    passed: isStill(told) && !isStill(await from(merged.startsOn as LocalDate)),
  };
}

function isStill({ added, closed, moved }: ReplanForecast): boolean {
  return added + closed + moved === 0;
}
