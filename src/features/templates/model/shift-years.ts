import { addYears, type LocalDate } from "#shared/local-date.ts";
import type { MeasureDraft, PlannedValueDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import { programmeYears } from "#features/programmes/model/programme-form.ts";
import type { TemplateBody } from "./template.ts";

/** The first year of a template or a programme: of the calendar, or the one of its first September. */
export function firstYear(period: Pick<TemplateBody, "startsOn" | "endsOn" | "yearKind">): number {
  return programmeYears(period)[0]!;
}

/**
 * Carries a template to other years: the days of its period and of its terms, the years of its planned values, and the years that stand in
 * its words. Years far from its own period stay: an act of 2012 is an act of 2012.
 */
export function shiftYears(body: TemplateBody, by: number): TemplateBody {
  if (by === 0) return body;
  const years = programmeYears(body);
  const near = { from: years[0]! - 1, to: years.at(-1)! + 1 };
  const text = (words: string) => shiftText(words, by, near);
  const measure = (one: MeasureDraft): MeasureDraft => ({
    ...one,
    title: text(one.title),
    dueText: text(one.dueText),
    cadence: one.cadence.map((phase) => shiftPhase(phase, by)),
    result: text(one.result),
    reportDocument: text(one.reportDocument),
    accountMoments: shiftMoments(one.accountMoments, by),
    plannedValues: one.plannedValues.map((value) => shiftValue(value, by)),
  });
  const section = (one: SectionDraft): SectionDraft => ({
    ...one,
    title: text(one.title),
    sections: one.sections.map(section),
    measures: one.measures.map(measure),
  });
  return {
    ...body,
    startsOn: addYears(body.startsOn, by),
    endsOn: addYears(body.endsOn, by),
    accountMoments: shiftMoments(body.accountMoments, by),
    goal: text(body.goal),
    tasks: body.tasks.map(text),
    roadmaps: body.roadmaps.map((one) => ({
      ...one,
      title: text(one.title),
      sections: one.sections.map(section),
      measures: one.measures.map(measure),
    })),
  };
}

function shiftText(words: string, by: number, near: { from: number; to: number }): string {
  return words.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => {
    const value = Number(year);
    return value >= near.from && value <= near.to ? String(value + by) : year;
  });
}

function shiftPhase(phase: MeasureDraft["cadence"][number], by: number): MeasureDraft["cadence"][number] {
  return {
    ...phase,
    windows: phase.windows.map((window) => ({
      ...window,
      from: shiftEnd(window.from, by),
      to: shiftEnd(window.to, by),
    })),
  };
}

/** «2026-10-15» moves, «10-15» belongs to every year. */
function shiftEnd(end: string | null, by: number): string | null {
  return end !== null && end.length === 10 ? addYears(end as LocalDate, by) : end;
}

function shiftMoments<Moments extends TemplateBody["accountMoments"] | null>(moments: Moments, by: number): Moments {
  if (moments?.kind !== "days") return moments;
  return { ...moments, days: moments.days.map((day) => shiftEnd(day, by)!) };
}

function shiftValue(value: PlannedValueDraft, by: number): PlannedValueDraft {
  return { ...value, years: value.years.map((year) => ({ ...year, year: year.year + by })) };
}
