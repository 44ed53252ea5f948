import { addDays, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { dueThen, isAsked, isPaused, stateOn, type Owed } from "./year-ledger.ts";
import { AUTHORITY, BEGUN_ON, CENTRE, PAUSE, type Bearer } from "./year-script.ts";

/** Days off of the year beside Saturdays and Sundays: the Labour Code, art. 112, and the Government's moves of 2026. */
const DAYS_OFF = new Set([
  "2026-11-04",
  "2026-12-31",
  ...["01", "02", "03", "04", "05", "06", "07", "08"].map((day) => `2027-01-${day}`),
  "2027-02-23",
  "2027-03-08",
  "2027-05-03",
  "2027-05-10",
  "2027-06-14",
]);
const works = (day: LocalDate) => weekdayOf(day) < 6 && !DAYS_OFF.has(day);

function shifted(day: LocalDate, step: 1 | -1): LocalDate {
  let found = day;
  while (!works(found)) found = addDays(found, step);
  return found;
}

/** Who gets letters: heads of schools by their place, and those of the authority and the centre. */
export type Reader = number | "officer" | "colleague" | "methodologist" | "above";

const answering = (bearer: Bearer): readonly Reader[] =>
  bearer === AUTHORITY ? ["officer", "colleague"] : bearer === CENTRE ? ["methodologist"] : [bearer];

/** One step of the ladder a due day has, in their order: a week and a day before, on the day, three days after, then every week. */
function stepOn(due: LocalDate, day: LocalDate): number {
  const steps = [shifted(addDays(due, -7), -1), shifted(addDays(due, -1), -1), shifted(due, -1)];
  for (let days = 3; addDays(due, days) <= day; days += 7) steps.push(shifted(addDays(due, days), 1));
  return steps.filter((step) => step <= day).length;
}

/** What each reader's letter of a morning says at least: names of measures, and what happened. */
export type Mail = ReadonlyMap<Reader, ReadonlySet<string>>;

/** The letters of the year by the usual rules, morning after morning. */
export function openPost(book: readonly Owed[]) {
  const told = new Map<string, number>();
  const escalated = new Set<string>();
  const waiting = new Map<Reader, Set<string>>();
  const add = (into: Map<Reader, Set<string>>, reader: Reader, words: string) =>
    into.set(reader, (into.get(reader) ?? new Set()).add(words));

  /** What people are told of the deeds of a day: it waits for their next letter. */
  const noteDay = (day: LocalDate) => {
    if (day === BEGUN_ON)
      for (const { bearer } of book) for (const reader of answering(bearer)) add(waiting, reader, "Программа «");
    if (day === PAUSE.from || day === PAUSE.resumedOn)
      for (const { measure, bearer } of book)
        if (measure.number === PAUSE.measure)
          add(waiting, bearer as Reader, day === PAUSE.from ? "приостановлено" : "возобновлено");
    for (const owed of book) {
      const { title } = owed.measure;
      for (const move of owed.moves)
        if (move.on === day) add(waiting, owed.bearer as Reader, `Срок «${title}» перенесён`);
      // whoever writes for the authority is told of what came of it
      const writers = owed.bearer === AUTHORITY ? ["colleague" as const] : answering(owed.bearer);
      for (const { on, step } of owed.acts) {
        if (on !== day) continue;
        if (step === "submit") add(waiting, "officer", `отчёт «${title}» ждёт проверки`);
        for (const writer of writers) {
          if (step === "accept") add(waiting, writer, `Отчёт «${title}» принят`);
          if (step === "return") add(waiting, writer, `Отчёт «${title}» вернули на доработку`);
        }
      }
    }
  };

  /** The letters of a morning; nobody is written to on a day off. */
  const morning = (day: LocalDate): Mail => {
    const mail = new Map<Reader, Set<string>>();
    if (!works(day)) return mail;
    for (const owed of book) {
      const state = stateOn(owed, day);
      if (!isAsked(owed, day) || isPaused(owed, day) || (state !== null && state !== "return")) continue;
      const due = dueThen(owed, day);
      const term = `${owed.name} ${due}`;
      const step = stepOn(due, day);
      const rises = state === null && !escalated.has(term) && shifted(addDays(due, 14), 1) <= day;
      if (rises) {
        escalated.add(term);
        add(mail, "above", "Просрочено больше двух недель");
      }
      if (step <= (told.get(term) ?? 0) && !rises) continue;
      told.set(term, step);
      for (const reader of answering(owed.bearer)) add(mail, reader, owed.measure.title);
    }
    for (const [reader, words] of waiting) for (const one of words) add(mail, reader, one);
    waiting.clear();
    return mail;
  };
  return { noteDay, morning };
}
