import { cutText } from "#shared/cut-text.ts";
import type { Id } from "#shared/ids.ts";
import { download, type RawReply, type UseCaseContext } from "#platform/http/route.ts";
import { writeWorkbook, type SheetCell, type SheetWrite } from "#platform/office/workbook.ts";
import { sheetName } from "#platform/render/sheet.ts";
import { yearName } from "../model/occurrence-words.ts";
import { outlineOf, type OutlineSection } from "../model/outline.ts";
import { plannedInYear, plannedOverall } from "../model/planned-text.ts";
import type { MeasureSeen, ProgrammeTable, RoadmapSeen, SectionSeen } from "../model/seen.ts";
import { readTable, type ReadFacts } from "./read-programme.ts";
import { loadProgramme } from "./load-programme.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FIXED = [
  { title: "№", width: 8 },
  { title: "Мероприятие", width: 50 },
  { title: "Результат", width: 30 },
  { title: "Отчётный документ", width: 24 },
  { title: "Срок", width: 26 },
  { title: "Исполнители", width: 26 },
  { title: "План всего", width: 14 },
];
const NAME_LIMIT = 80;
/** a workbook must have a sheet */
const NOTHING = { title: "Мероприятия", sections: [], measures: [] };

/** The open measures of a programme as a workbook: a sheet for each roadmap, its sections across, plan and fact by year. */
export async function measureWorkbook(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  readFacts?: ReadFacts,
): Promise<RawReply> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  const table = await readTable(context, territoryId, programmeId, readFacts);
  const open = table.roadmaps.filter((roadmap) => !roadmap.closed);
  const taken = new Set<string>();
  const sheets = (open.length > 0 ? open : [NOTHING]).map((roadmap) => {
    const name = sheetName(roadmap.title, taken);
    taken.add(name);
    return sheetOf(name, roadmap, table, programme.year_kind);
  });
  const bytes = await writeWorkbook(sheets);
  const title = cutText(programme.short_title || programme.title, NAME_LIMIT).trim();
  return download(bytes, `${title}.xlsx`, XLSX);
}

function sheetOf(
  name: string,
  roadmap: Pick<RoadmapSeen, "sections" | "measures">,
  table: ProgrammeTable,
  yearKind: "calendar" | "school",
): SheetWrite {
  const head = headOf(table, yearKind);
  const outline = outlineOf(
    roadmap.sections.filter((section) => !section.closed),
    roadmap.measures.filter((measure) => !measure.closed),
  );
  return {
    name,
    widths: [...FIXED.map(({ width }) => width), ...head.slice(FIXED.length).map(() => 12)],
    rows: [
      head,
      ...outline.measures.map((measure) => rowOf(measure, table)),
      ...outline.sections.flatMap((section) => sectionRows(section, table, head.length)),
    ],
    header: { from: 0, to: 1 },
    landscape: true,
  };
}

function headOf(table: ProgrammeTable, yearKind: "calendar" | "school"): string[] {
  return [
    ...FIXED.map(({ title }) => title),
    ...table.years
      .map((year) => yearName(year, yearKind))
      .flatMap((name) => [`${name} план`, ...(table.facts ? [`${name} факт`] : [])]),
  ];
}

function sectionRows(
  { section, measures, sections }: OutlineSection<SectionSeen, MeasureSeen>,
  table: ProgrammeTable,
  width: number,
): (readonly (SheetCell | string | number | null)[])[] {
  const title = [section.number, section.title].filter(Boolean).join(" ");
  return [
    [{ value: title, bold: true, shaded: true, colSpan: width }],
    ...measures.map((measure) => rowOf(measure, table)),
    ...sections.flatMap((inner) => sectionRows(inner, table, width)),
  ];
}

function rowOf(measure: MeasureSeen, table: ProgrammeTable): (string | number | null)[] {
  return [
    measure.number,
    measure.title,
    measure.result,
    measure.reportDocument,
    measure.dueText,
    measure.parties.map((party) => party.name).join(", "),
    plannedOverall(measure.plannedValues).replace(/^всего /u, ""),
    ...table.years.flatMap((year) => [
      numberWhereBare(plannedInYear(measure.plannedValues, year)),
      ...(table.facts ? [table.facts.values[measure.id]?.[String(year)] ?? null] : []),
    ]),
  ];
}

/** What is a number, «12 000» too, can be summed; «не менее 3» stays in words. */
function numberWhereBare(text: string): string | number | null {
  if (text === "") return null;
  const isBare = /^(?:\d+|\d{1,3}(?:\s\d{3})+)(?:,\d+)?$/.test(text);
  return isBare ? Number(text.replace(/\s/g, "").replace(",", ".")) : text;
}
