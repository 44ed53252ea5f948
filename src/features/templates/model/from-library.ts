import { readParties } from "#domain/phrases/read-parties.ts";
import { readPlanValue } from "#domain/phrases/read-plan-value.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { addDays, addYears, localDate } from "#shared/local-date.ts";
import type { MeasureDraft, PlannedValueDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { LibraryLine, LibraryPlan, LibraryTemplate } from "./library/line.ts";
import type { TemplateBody } from "./template.ts";

/** The years a library template is written for until somebody names their own. */
const BASE = 2026;

/** Reading the phrases takes a while, and the library does not change. */
const READ = new WeakMap<LibraryTemplate, TemplateBody>();

/** A template of the library as a body like any other: its phrases read by the readers of documents. */
export function bodyOfLibrary(template: LibraryTemplate): TemplateBody {
  const body = READ.get(template) ?? readTemplate(template);
  READ.set(template, body);
  return body;
}

function readTemplate(template: LibraryTemplate): TemplateBody {
  const startsOn = localDate(template.yearKind === "school" ? `${BASE}-09-01` : `${BASE}-01-01`);
  return {
    startsOn,
    endsOn: addDays(addYears(startsOn, template.years), -1),
    yearKind: template.yearKind,
    accountMoments: template.accountMoments,
    goal: template.goal,
    tasks: [...template.tasks],
    passport: [],
    roadmaps: template.roadmaps.map(({ title, sections }) => ({
      title,
      columns: [],
      importId: null,
      measures: [],
      sections: sections.map((one, at): SectionDraft => ({
        number: String(at + 1),
        title: one.title,
        source: null,
        sections: [],
        measures: one.lines.map((line, n) => measureOf(template, line, `${at + 1}.${n + 1}`)),
      })),
    })),
  };
}

function measureOf(template: LibraryTemplate, line: LibraryLine, number: string): MeasureDraft {
  const dueText = line.due.replace(/\{(\d)\}/g, (_whole, year: string) => String(BASE + Number(year) - 1));
  return {
    number,
    title: line.title,
    level: line.level,
    dueText,
    cadence: readTerm(dueText).phases.map((phase) => ({ ...phase, windows: [...phase.windows] })),
    result: line.result,
    reportDocument: "",
    responsibleText: line.who,
    participantsText: "",
    reporting: "each",
    accountMoments: null,
    parties: readParties(line.who).parties.map(({ name, part }) => ({
      name,
      part,
      audience: template.parties[name] ?? null,
    })),
    plannedValues: line.plan ? [plannedOf(template, line.plan)] : [],
    source: null,
  };
}

function plannedOf({ years }: LibraryTemplate, plan: LibraryPlan): PlannedValueDraft {
  const texts = Array.from({ length: years }, (_, at) => plan.years[at] ?? plan.years.at(-1)!);
  const parts = texts.map((text) => readPlanValue(text).parts[0]);
  const isShare = parts.some((part) => part?.unit === "percent");
  return {
    label: plan.label,
    unit: isShare ? "percent" : "count",
    aggregation: isShare ? "share" : "eachYear",
    subGroup: "",
    totalText: "",
    totalValue: null,
    years: texts.map((text, at) => ({
      year: BASE + at,
      text,
      value: parts[at]?.value ?? null,
      atLeast: parts[at]?.atLeast ?? false,
    })),
  };
}
