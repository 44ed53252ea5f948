import type { AccountMoments, Cadence } from "../../model/cadence.ts";
import type { PartyForm, PlannedValueForm } from "../../model/measure-form.ts";
import { yearTyped } from "../../model/year-typed.ts";
import type { MeasureSeen } from "../../model/seen.ts";
import type { Place } from "./measure-places.ts";

/** A planned value while it is typed: a year is its words. */
export interface PlannedDraft extends Omit<PlannedValueForm, "years" | "totalValue"> {
  readonly years: Readonly<Record<number, string>>;
}

/** A measure while it is filled in. */
export interface MeasureDraft {
  /** where a new one goes: the value of a `Place`; empty for one that stands already */
  readonly place: string;
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
  /** parties typed and not yet added */
  readonly partiesText: string;
  readonly plannedValues: readonly PlannedDraft[];
  readonly paperIds: readonly string[];
}

export function draftOf(measure: MeasureSeen): MeasureDraft {
  const { number, title, dueText, cadence, result, reportDocument, reporting, accountMoments, parties, paperIds } =
    measure;
  return {
    place: "",
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
    partiesText: "",
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

export function newDraft(place: Place, number: string): MeasureDraft {
  return {
    place: place.value,
    number,
    title: "",
    dueText: "",
    cadence: [],
    decided: false,
    result: "",
    reportDocument: "",
    reporting: "each",
    accountMoments: null,
    parties: [],
    partiesText: "",
    plannedValues: [],
    paperIds: [],
  };
}

/** The draft as the interface takes it: years that say nothing are left out. */
export function bodyOf({ plannedValues, ...draft }: MeasureDraft): object {
  return {
    ...draft,
    decided: undefined,
    place: undefined,
    partiesText: undefined,
    plannedValues: plannedValues.map((value) => ({
      ...value,
      totalValue: yearTyped(0, value.totalText).value,
      years: Object.entries(value.years)
        .filter(([, text]) => text.trim() !== "")
        .map(([year, text]) => yearTyped(Number(year), text)),
    })),
  };
}
