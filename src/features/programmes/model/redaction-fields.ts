import type { RedactionRow } from "#domain/redactions/row.ts";
import { plannedInTotal, plannedInYear } from "./planned-text.ts";
import type { PlacedMeasure, RedactionMeasure } from "./redaction-document.ts";

/** What of a row is compared word by word, in the order in which it is told. */
export const REDACTION_FIELDS = [
  "title",
  "dueText",
  "responsible",
  "participants",
  "result",
  "reportDocument",
  "planned",
] as const;
export type RedactionField = (typeof REDACTION_FIELDS)[number];

export const FIELD_NAME: Readonly<Record<RedactionField, string>> = {
  title: "Мероприятие",
  dueText: "Срок",
  responsible: "Ответственные",
  participants: "Участники",
  result: "Результат",
  reportDocument: "Чем подтверждается",
  planned: "План",
};

/** A field as a reader of the document sees it; parties by their names where the programme was made by hand. */
export function fieldText(measure: RedactionMeasure, field: RedactionField): string {
  switch (field) {
    case "responsible":
      return measure.responsibleText || namesOf(measure, (part) => part !== "participant");
    case "participants":
      return measure.participantsText || namesOf(measure, (part) => part === "participant");
    case "planned":
      return plannedText(measure);
    default:
      return measure[field];
  }
}

function namesOf({ parties }: RedactionMeasure, wanted: (part: string) => boolean): string {
  return parties
    .filter(({ part }) => wanted(part))
    .map(({ name }) => name)
    .join(", ");
}

/** «2026: 10, 2027: не менее 12, всего 30». */
function plannedText({ plannedValues }: RedactionMeasure): string {
  return plannedValues
    .map((value) => {
      const years = value.years.flatMap(({ year }) => {
        const text = plannedInYear([value], year);
        return text ? [`${year}: ${text}`] : [];
      });
      const total = plannedInTotal(value);
      const words = [...years, ...(total ? [`всего ${total}`] : [])].join(", ");
      return [value.label, value.subGroup && `(${value.subGroup})`, words].filter(Boolean).join(" ");
    })
    .filter(Boolean)
    .join("; ");
}

/** A measure as the matching sees it. */
export function rowOf({ measure, path }: PlacedMeasure): RedactionRow {
  return {
    key: measure.key,
    number: measure.number,
    title: measure.title,
    level: measure.level,
    path: path.map(({ title }) => title),
    texts: REDACTION_FIELDS.filter((field) => field !== "title").map((field) => fieldText(measure, field)),
  };
}
