import { cutText } from "#shared/cut-text.ts";
import type { Reading, ReadTable } from "#domain/tables/reading.ts";
import type { TextSection } from "#domain/tables/text-section.ts";
import type { PassportSection } from "#features/programmes/model/programme-form.ts";

const LONGEST_HEADING = 300;
/** stands for the heading of a text that has none in the document */
export const UNNAMED = "Из документа";

/**
 * The texts of a document as sections of a passport, in order: paragraphs and lists outside tables, then tables that are no plan
 * (expected results, indicators, forms). Headings without a text of their own stand before the next one, so that nothing printed is lost.
 */
export function passportOf(reading: Reading): PassportSection[] {
  let pending: string[] = [];
  const own = reading.texts.filter(({ kind }) => kind !== "clutter");
  const texts = own.flatMap((text): PassportSection[] => {
    const heading = [...pending, text.heading ?? ""].filter(Boolean).join(". ");
    if (text.items.length === 0 && text.paragraphs.length === 0) {
      if (text.heading) pending = [...pending, text.heading];
      return [];
    }
    pending = [];
    return [sectionOf(heading, text)];
  });
  return [...texts, ...reading.tables.flatMap(tableSection)].slice(0, 100);
}

function sectionOf(heading: string, { paragraphs, items }: TextSection): PassportSection {
  const isLong = heading.length > LONGEST_HEADING;
  const whole = isLong ? [heading, ...paragraphs] : paragraphs;
  return {
    heading: isLong ? `${cutText(heading, LONGEST_HEADING - 1)}…` : heading || UNNAMED,
    ...(whole.length > 0 && { paragraphs: whole.slice(0, 300) }),
    ...(items.length > 0 && { items: items.slice(0, 300).map(({ text }) => text) }),
  };
}

function tableSection(table: ReadTable): PassportSection[] {
  if (!["indicators", "results", "participants", "finance", "reference", "form"].includes(table.kind)) return [];
  const items = table.rows.map((row) => row.filter((cell) => cell !== "").join(" — ")).filter((row) => row !== "");
  return items.length === 0
    ? []
    : [{ heading: cutText(table.caption ?? "Таблица из документа", LONGEST_HEADING), items: items.slice(0, 300) }];
}
