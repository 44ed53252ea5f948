import { Fragment } from "react";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { yearName } from "../../model/occurrence-words.ts";
import { plannedInYear } from "../../model/planned-text.ts";
import {
  placedMeasures,
  type RedactionDocument,
  type RedactionMeasure,
  type RedactionRoadmap,
  type RedactionSection,
} from "../../model/redaction-document.ts";
import { fieldText } from "../../model/redaction-fields.ts";
import { understoodTerm } from "../../model/understood-term.ts";
import { dotted } from "./dotted.ts";
import "./redaction-tables.css";

interface RedactionTablesProps {
  readonly document: RedactionDocument;
  readonly years: readonly number[];
}

/** The roadmaps of a redaction as the document prints them; years only where something is planned by years. */
export function RedactionTables({ document, years }: RedactionTablesProps) {
  const planned = years.filter((year) =>
    placedMeasures(document).some(({ measure }) => plannedInYear(measure.plannedValues, year) !== ""),
  );
  return document.roadmaps.map((roadmap) => (
    <section key={roadmap.key} className={planned.length > 0 ? "redaction-table" : "redaction-table yearless"}>
      {document.roadmaps.length > 1 && <h2>{typeset(roadmap.title)}</h2>}
      <RedactionTable roadmap={roadmap} years={planned} yearKind={document.yearKind} />
    </section>
  ));
}

interface RedactionTableProps {
  readonly roadmap: RedactionRoadmap;
  readonly years: readonly number[];
  readonly yearKind: RedactionDocument["yearKind"];
}

function RedactionTable({ roadmap, years, yearKind }: RedactionTableProps) {
  const rows = (measures: readonly RedactionMeasure[]) =>
    measures.map((measure) => <MeasureLine key={measure.key} measure={measure} years={years} yearKind={yearKind} />);
  const section = (one: RedactionSection): React.ReactNode => (
    <Fragment key={one.key}>
      <tr className="se">
        <th colSpan={5 + years.length} scope="colgroup">
          {typeset([dotted(one.number), one.title].filter(Boolean).join(" "))}
        </th>
      </tr>
      {rows(one.measures)}
      {one.sections.map(section)}
    </Fragment>
  );
  return (
    <DataTable label={roadmap.title} className="stack">
      <thead>
        <tr>
          <th>№</th>
          <th>Мероприятие</th>
          <th>Результат</th>
          <th>Срок</th>
          <th>Исполнители</th>
          {years.map((year) => (
            <th key={year} className="n">
              {yearName(year, yearKind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows(roadmap.measures)}
        {roadmap.sections.map(section)}
      </tbody>
    </DataTable>
  );
}

interface MeasureLineProps {
  readonly measure: RedactionMeasure;
  readonly years: readonly number[];
  readonly yearKind: RedactionDocument["yearKind"];
}

function MeasureLine({ measure, years, yearKind }: MeasureLineProps) {
  const parties = [fieldText(measure, "responsible"), fieldText(measure, "participants")].filter(Boolean).join("; ");
  return (
    <tr>
      <td className="q">{measure.number}</td>
      <td className="wide">
        {typeset(measure.title)}
        {measure.level && <div className="meta">{measure.level}</div>}
      </td>
      <td className="wide m" data-label="Результат">
        {typeset(measure.result || measure.reportDocument) || "–"}
      </td>
      <td className="wide" data-label="Срок">
        {typeset(measure.dueText) || <Understood measure={measure} />}
      </td>
      <td className="wide m" data-label="Исполнители">
        {typeset(parties) || "–"}
      </td>
      {years.map((year) => (
        <td key={year} className="n" data-label={yearName(year, yearKind)}>
          {plannedInYear(measure.plannedValues, year) || "–"}
        </td>
      ))}
    </tr>
  );
}

/** The document prints no term here: how it is understood, told apart from printed words. */
function Understood({ measure }: Pick<MeasureLineProps, "measure">) {
  const words = understoodTerm(measure);
  return words ? <span className="q">{typeset(`понято: ${words}`)}</span> : "–";
}
