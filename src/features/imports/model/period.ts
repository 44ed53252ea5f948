import { localDateOf, partsOf } from "#shared/local-date.ts";
import type { ImportSettings } from "./contract.ts";
import type { Period, Choice, Questions } from "./question.ts";
import { printPeriod } from "./period-words.ts";

export const PERIOD_DOUBT = "period";

/**
 * The settings with the years they have in force. Years that neither the document nor the officer has named are never taken silently:
 * they are asked about, the proposed ones first.
 */
export function periodAsked(settings: ImportSettings, questions: Questions): ImportSettings {
  if (settings.periodGiven) return settings;
  const answered = questions.ask(
    {
      id: PERIOD_DOUBT,
      topic: "period",
      question: "В документе не названы годы. На какие годы программа?",
      quote: "",
      choices: periodChoices(settings),
      suggested: "proposed",
      own: null,
    },
    { measureKey: null, field: null, table: null, row: null, col: null },
  );
  return answered?.meaning?.kind === "period" ? { ...settings, ...answered.meaning.period } : settings;
}

/** The period proposed, the school year that begins in its first year, and its first year alone. */
function periodChoices(settings: ImportSettings): Choice[] {
  const { year } = partsOf(settings.startsOn);
  const offered: readonly (readonly [string, Period])[] = [
    ["proposed", settings],
    ["school", { startsOn: localDateOf(year, 9, 1)!, endsOn: localDateOf(year + 1, 8, 31)!, yearKind: "school" }],
    ["year", { startsOn: localDateOf(year, 1, 1)!, endsOn: localDateOf(year, 12, 31)!, yearKind: "calendar" }],
  ];
  const different = offered.filter(
    ([, period], at) => offered.findIndex(([, other]) => printPeriod(other) === printPeriod(period)) === at,
  );
  return different.map(([key, { startsOn, endsOn, yearKind }]) => ({
    key,
    label: printPeriod({ startsOn, endsOn, yearKind }),
    hint: "",
    meaning: { kind: "period", period: { startsOn, endsOn, yearKind } },
  }));
}

/**
 * Settings to keep after a change, `now` being those in force: other years than those are the officer's own word; the same ones leave
 * the question as it was.
 */
export function periodKept(kept: ImportSettings, now: ImportSettings, changed: ImportSettings): ImportSettings {
  const isSame =
    changed.startsOn === now.startsOn && changed.endsOn === now.endsOn && changed.yearKind === now.yearKind;
  if (kept.periodGiven || changed.periodGiven || !isSame) return { ...changed, periodGiven: true };
  const { startsOn, endsOn, yearKind } = kept;
  return { ...changed, startsOn, endsOn, yearKind };
}
