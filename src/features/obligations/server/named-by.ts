import { namedSo, standIn } from "#platform/db/word-search.ts";
import type { ObligationQuery } from "./obligation-rows.ts";

/** Of the obligations those that the words name: by the number of the measure, its title or the organisation that bears them. */
export function namedBy(rows: ObligationQuery, words: string): ObligationQuery {
  return rows.where((eb) =>
    eb.or([
      eb("m.number", "=", words),
      standIn(words, "m.title", "b.short_name"),
      namedSo(words, "measure", "o.measure_id"),
      namedSo(words, "organisation", "o.bearer_organisation_id"),
    ]),
  );
}
