import { percentOf } from "#domain/formulas/share.ts";
import { dateInWords, dayInWords } from "#domain/russian/dates.ts";
import { plural } from "#domain/russian/plural.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { asTold } from "./cadence-kept.ts";
import { OUTCOME_WORD } from "./outcome-words.ts";
import { directionOf, type Direction } from "./direction.ts";
import { allOf, amountOf, owedOf, type OutcomeCounts } from "./outcome.ts";
import type { PeriodRead } from "./period-summary.ts";

/** Per cent done of what was owed; null where nothing was. */
export function donePercent(counts: OutcomeCounts): number | null {
  return percentOf({ part: amountOf(counts, "done"), whole: owedOf(counts) });
}

/** «Из 40 отчётов выполнено 30: в срок 25, раньше срока 2, позже срока 3. На конец периода просрочено 8, на проверке 2.» */
export function summaryInWords(counts: OutcomeCounts, period: PeriodRead): string {
  const all = allOf(counts);
  if (all === 0) return "В этот период сроков нет.";
  const done = amountOf(counts, "done");
  const noun = plural(all, ["отчёта", "отчётов", "отчётов"]);
  const first = `Из ${all}\u00A0${noun} ${done === 0 ? "не выполнено ни одного" : `выполнено ${done}${howDone(counts, done)}`}.`;
  const told = asTold(counts);
  const rest = listed(
    OPEN.map((outcome) => [outcome === "upcoming" ? "срок не наступил у" : OUTCOME_WORD[outcome], told[outcome]]),
  );
  if (rest === "") return first;
  return `${first} ${period.isUnfinished ? "На сегодня" : "На конец периода"} ${rest}.`;
}

/** what is not done, in the order of what is asked about first */
const OPEN = ["late", "submitted", "returned", "paused", "moved", "upcoming", "notApplicable"] as const;

/** «: в срок 25, позже срока 5»; where all are of one kind the number is not said twice: «, все в срок» */
function howDone(counts: OutcomeCounts, done: number): string {
  const kinds = (
    [
      ["в срок", counts.inTime],
      ["раньше срока", counts.early],
      ["позже срока", counts.doneLate],
    ] as const
  ).filter(([, count]) => count > 0);
  const [only] = kinds;
  if (kinds.length !== 1 || !only) return `: ${listed(kinds)}`;
  return done === 1 ? `, ${only[0]}` : `, все ${only[0]}`;
}

function listed(parts: readonly (readonly [string, number])[]): string {
  return parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(", ");
}

/** How the share done went from the other period to this one. */
export interface ShareCompared {
  readonly before: number | null;
  readonly now: number | null;
  readonly direction: Direction | null;
  /** too few reports stand behind one of the shares for the way between them to mean anything */
  readonly isOfFew: boolean;
  /** «+17 п. п.», «−5 п. п.», «доля та же»; of a period in which nothing was owed, why there is no share of it */
  readonly words: string;
}

/** Of fewer reports one more or less turns a share round. */
const FEW = 3;

/** Why a period has no share: nothing due in it, or all of it put off, standing still or not applicable. */
const noShareInWords = (counts: OutcomeCounts) => (allOf(counts) === 0 ? "сроков нет" : "считать долю не от чего");

export function compareShares(counts: OutcomeCounts, against: OutcomeCounts): ShareCompared {
  const [before, now] = [donePercent(against), donePercent(counts)];
  const direction = directionOf(before, now);
  const isOfFew = Math.min(owedOf(counts), owedOf(against)) < FEW;
  if (direction === null) {
    const words = now === null ? noShareInWords(counts) : allOf(against) === 0 ? "сроков не было" : "доли не было";
    return { before, now, direction, isOfFew, words };
  }
  const points = Math.abs(now! - before!);
  const words =
    direction === "same"
      ? "доля та же"
      : direction === "up"
        ? `+${points}\u00A0п.\u00A0п.`
        : `−${points}\u00A0п.\u00A0п.`;
  return { before, now, direction, isOfFew, words };
}

/** Beside the share of one period, the other's with what it is taken of and how it went: «было 33 % (из 9), −5 п. п.». */
export function comparedInWords(
  counts: OutcomeCounts,
  against: OutcomeCounts,
  period: Pick<PeriodRead, "words">,
): string {
  const { before, now, words } = compareShares(counts, against);
  if (before === null) return now === null && allOf(counts) + allOf(against) > 0 ? "долей нет" : words;
  const was = `было ${before}\u00A0% (из\u00A0${owedOf(against)})`;
  return now === null ? `${was}; ${period.words}: ${words}` : `${was}, ${words}`;
}

/** How a number went: «на 3 больше», «на 2 меньше», «столько же». */
export function compareAmounts(now: number, before: number): { readonly direction: Direction; readonly words: string } {
  const direction = directionOf(before, now)!;
  if (direction === "same") return { direction, words: "столько же" };
  return { direction, words: `на ${Math.abs(now - before)} ${direction === "up" ? "больше" : "меньше"}` };
}

/** As many days into the other period as have passed of this one; a shorter one was over by then and stands whole. */
function unfinishedInWords(period: PeriodRead, other: PeriodRead): string {
  const sent = "Отчёты, которые ещё проверяют, выполненными пока не считаются.";
  const name = period.words.charAt(0).toUpperCase() + period.words.slice(1);
  if (other.on > other.to) return `${name} ещё идёт. ${sent}`;
  const last = addDays(localDate(other.on), -1);
  const day = last.slice(0, 4) === period.on.slice(0, 4) ? dayInWords(last) : dateInWords(last);
  if (period.on <= period.from)
    return `${name} идёт первый день, поэтому сравнение на тот же срок: ${other.words} перед началом, по ${day}. ${sent}`;
  return `${name} ещё идёт, поэтому сравнение на тот же срок: ${other.words} по ${day}. ${sent}`;
}

/** What must be known of a comparison before it is believed; none where nothing hinders. */
export function comparisonCautions(
  counts: OutcomeCounts,
  against: OutcomeCounts,
  period: PeriodRead,
  other: PeriodRead,
): string[] {
  const [now, before] = [allOf(counts), allOf(against)];
  const same = now === before;
  return [
    ...(same ? [] : [`Отчётов в периодах разное число: ${now} и ${before}. Сравнивайте доли, а не количество.`]),
    ...(period.notBegun ? ["Период ещё не начался, сравнивать пока нечего."] : []),
    ...(period.isUnfinished && !period.notBegun && !other.isUnfinished ? [unfinishedInWords(period, other)] : []),
    ...(!period.isUnfinished && other.isUnfinished ? ["Период, с которым сравниваете, ещё не закончился."] : []),
    ...(before === 0 && now > 0 ? ["В периоде, с которым сравниваете, сроков не было."] : []),
  ];
}
