import type { AccountMoments, Cadence } from "../../model/cadence.ts";
import type { PartyForm, PlannedValueForm } from "../../model/measure-form.ts";
import { numberAfter } from "../../model/outline.ts";
import { yearTyped } from "../../model/planned-text.ts";
import type { MeasureSeen, RoadmapSeen, SectionSeen } from "../../model/seen.ts";

/** A planned value while it is typed: a year is its words. */
export interface PlannedDraft extends Omit<PlannedValueForm, "years" | "totalValue"> {
  readonly years: Readonly<Record<number, string>>;
}

/** A measure while it is filled in. */
export interface MeasureDraft {
  readonly number: string;
  readonly title: string;
  readonly dueText: string;
  readonly cadence: Cadence;
  /** the cadence is a person's decision and does not follow the words of the term */
  readonly decided: boolean;
  readonly result: string;
  readonly reportDocument: string;
  readonly reporting: "each" | "first";
  readonly accountMoments: AccountMoments | null;
  readonly parties: readonly PartyForm[];
  readonly plannedValues: readonly PlannedDraft[];
  readonly paperIds: readonly string[];
}

export function draftOf(measure: MeasureSeen): MeasureDraft {
  const { number, title, dueText, cadence, result, reportDocument, reporting, accountMoments, parties, paperIds } =
    measure;
  return {
    number,
    title,
    dueText,
    cadence,
    // what stands is kept as it is until the words of the term change
    decided: true,
    result,
    reportDocument,
    reporting,
    accountMoments,
    parties,
    paperIds,
    plannedValues: measure.plannedValues.map((value) => ({
      ...value,
      totalText: value.totalText || (value.totalValue === null ? "" : String(value.totalValue)),
      years: Object.fromEntries(
        value.years.map((year) => [year.year, year.text || (year.value === null ? "" : String(year.value))]),
      ),
    })),
  };
}

export function newDraft(roadmap: RoadmapSeen, section: SectionSeen | null): MeasureDraft {
  const siblings = roadmap.measures.filter((measure) => measure.sectionId === (section?.id ?? null));
  return {
    number: numberAfter(
      siblings.map((measure) => measure.number),
      section?.number ?? "",
    ),
    title: "",
    dueText: "",
    cadence: [],
    decided: false,
    result: "",
    reportDocument: "",
    reporting: "each",
    accountMoments: null,
    parties: [],
    plannedValues: [],
    paperIds: [],
  };
}

/** The draft as the interface takes it: years that say nothing are left out. */
export function bodyOf({ plannedValues, ...draft }: MeasureDraft): object {
  return {
    ...draft,
    decided: undefined,
    plannedValues: plannedValues.map((value) => ({
      ...value,
      totalValue: yearTyped(0, value.totalText).value,
      years: Object.entries(value.years)
        .filter(([, text]) => text.trim() !== "")
        .map(([year, text]) => yearTyped(Number(year), text)),
    })),
  };
}
