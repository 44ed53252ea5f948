import { numberKey } from "#domain/redactions/row-likeness.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import { placedMeasures, type RedactionDocument, type RedactionMeasure } from "./redaction-document.ts";
import { fieldText, REDACTION_FIELDS } from "./redaction-fields.ts";

export interface MeasureThen {
  /** as the first of the documents words it */
  readonly measure: RedactionMeasure;
  /** the place among the documents of the first one that words it otherwise, or has it no more */
  readonly changedIn: number;
  /** the last of the documents has it no more */
  readonly removed: boolean;
}

/**
 * What became of a measure in the redactions that followed one, given in their order with that one first; undefined where the last of them words
 * it as the first does, and where the first does not have it.
 */
export function measureThen(documents: readonly RedactionDocument[], measureId: string): MeasureThen | undefined {
  const [then, ...later] = documents.map((document) =>
    placedMeasures(document)
      .map(({ measure }) => measure)
      .find(({ key }) => key === measureId),
  );
  const last = later.at(-1);
  if (!then || later.length === 0 || isSame(then, last)) return undefined;
  const changedIn = later.findIndex((measure) => !isSame(then, measure)) + 1;
  return { measure: then, changedIn, removed: last === undefined };
}

function isSame(one: RedactionMeasure, other: RedactionMeasure | undefined): boolean {
  return (
    other !== undefined &&
    numberKey(one.number) === numberKey(other.number) &&
    REDACTION_FIELDS.every((field) => matchKey(fieldText(one, field)) === matchKey(fieldText(other, field)))
  );
}
