import { letters } from "#domain/russian/letters.ts";
import { madeBlock, madeMeasure, madeTable, type MadeRow } from "./made-table.ts";
import type { MadeOf } from "./points.ts";
import type { ReadMeasure, Section } from "./reading.ts";
import type { TextSection } from "./text-section.ts";

/** Lists of duties under headings that name whose they are, read into measures: one table for the document, a section for a list. */
export function readDuties(
  texts: readonly TextSection[],
  used: ReadonlySet<number>,
  index: number,
): Pick<MadeOf, "tables" | "blocks"> {
  const rows: MadeRow[] = [];
  const sections: Section[] = [];
  for (const { kind, heading, items, blocks } of texts) {
    if (kind !== "duties" || heading === null || items.length === 0 || blocks.some((at) => used.has(at))) continue;
    const top = rows.length;
    const bearer = bearerIn(heading);
    rows.push({ mark: "", lines: [heading] });
    const measures = items.map(({ marker, text }): ReadMeasure => {
      rows.push({ mark: marker, lines: [text] });
      return madeMeasure({
        table: index,
        row: rows.length - 1,
        number: /^\d/.test(marker) ? marker.replace(/[.)]+$/, "") : null,
        mark: marker,
        title: text.replace(/[\s;,.]+$/u, "") || text,
        term: null,
        responsible: bearer === null ? null : { text: bearer, row: top },
        control: null,
      });
    });
    sections.push({
      number: null,
      label: null,
      title: heading.replace(/[\s:]+$/u, ""),
      cells: [{ table: index, row: top, col: 1 }],
      block: null,
      sections: [],
      measures,
    });
  }
  if (sections.length === 0) return { tables: [], blocks: [] };
  const caption = sections.length === 1 ? sections[0]!.title : null;
  return {
    tables: [madeTable("duties", { index, caption, sections })],
    blocks: [madeBlock(index, "duties", rows)],
  };
}

const MUST = letters(/^(.+?)\s+(?:обязан[аоы]?|обязуется|обязуются|долж(?:ен|на|но|ны))(?!\p{L})/iu);
const OF_WHOM = letters(
  /(?:обязанности|функции|функция|полномочия|функционал|зон[аы] ответственности)(?:\s+и\s+\p{L}+)?\s+(.+)$/iu,
);

/** «Функции куратора» → «куратора», «Школа-партнёр обязана» → «Школа-партнёр»; null where the heading names nobody. */
function bearerIn(heading: string): string | null {
  const text = heading.replace(/[\s:.]+$/u, "");
  const must = MUST.exec(text)?.[1];
  if (must) return must;
  const whose = OF_WHOM.exec(text)?.[1];
  return whose && !/^(?:в|во|на|по|при|для|с|и)\s/iu.test(whose) ? whose : null;
}
