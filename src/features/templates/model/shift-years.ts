import { addYears, type LocalDate } from "#shared/local-date.ts";
import { programmeYears } from "#features/programmes/model/programme-years.ts";
import type { MeasureDraft, PlannedValueDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import { periodIn, type OwnYears } from "./period.ts";
import { wordsIn } from "./shift-words.ts";
import type { TemplateBody } from "./template.ts";

/** The years a template stands in. */
export function ownYears(body: Pick<TemplateBody, "startsOn" | "endsOn" | "yearKind">): OwnYears {
  const years = programmeYears(body);
  const { startsOn, endsOn, yearKind } = body;
  return { startsOn, endsOn, yearKind, ownYear: years[0]!, years: years.length };
}

/**
 * Carries a template to other years: its period, the days of its terms, the years of its planned values, and the years that stand in its
 * words. A term that lasts as long as the template lasts as long as the programme.
 */
export function shiftYears(body: TemplateBody, firstYear: number, years: number): TemplateBody {
  const own = ownYears(body);
  const by = firstYear - own.ownYear;
  const period = periodIn(own, firstYear, years);
  const text = wordsIn(own, firstYear, years);
  const phase = (one: MeasureDraft["cadence"][number]) => ({
    ...one,
    windows: one.windows.map((window) =>
      window.from === own.startsOn && window.to === own.endsOn
        ? { ...window, from: period.startsOn, to: period.endsOn }
        : { ...window, from: shiftEnd(window.from, by), to: shiftEnd(window.to, by) },
    ),
  });
  const value = (one: PlannedValueDraft): PlannedValueDraft => ({
    ...one,
    label: text(one.label),
    years: one.years.map((year) => ({ ...year, year: year.year + by })),
  });
  const measure = (one: MeasureDraft): MeasureDraft => ({
    ...one,
    title: text(one.title),
    dueText: text(one.dueText),
    cadence: one.cadence.map(phase),
    result: text(one.result),
    reportDocument: text(one.reportDocument),
    accountMoments: shiftMoments(one.accountMoments, by),
    plannedValues: one.plannedValues.map(value),
  });
  const section = (one: SectionDraft): SectionDraft => ({
    ...one,
    title: text(one.title),
    sections: one.sections.map(section),
    measures: one.measures.map(measure),
  });
  return {
    ...period,
    yearKind: body.yearKind,
    accountMoments: shiftMoments(body.accountMoments, by),
    goal: text(body.goal),
    tasks: body.tasks.map(text),
    passport: body.passport.map(({ heading, items, paragraphs }) => ({
      heading: text(heading),
      ...(items && { items: items.map(text) }),
      ...(paragraphs && { paragraphs: paragraphs.map(text) }),
    })),
    roadmaps: body.roadmaps.map((one) => ({
      ...one,
      title: text(one.title),
      columns: one.columns.map(text),
      sections: one.sections.map(section),
      measures: one.measures.map(measure),
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
