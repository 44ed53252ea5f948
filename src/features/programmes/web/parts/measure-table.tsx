import { percentOf } from "#domain/formulas/share.ts";
import { Fragment, useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { measuresIn, outlineOf, type OutlineSection } from "../../model/outline.ts";
import type { MeasureSeen, ProgrammeTable, RoadmapSeen, SectionSeen } from "../../model/seen.ts";
import { dotted } from "./dotted.ts";
import { MeasureRow } from "./measure-row.tsx";
import type { Panel } from "./panel.ts";
import { yearName } from "../../model/occurrence-words.ts";
import { RoadmapMenu, SectionMenu } from "./row-menus.tsx";
import { useRowKeys } from "./use-row-keys.ts";

export interface MeasureTableProps {
  readonly roadmap: RoadmapSeen;
  readonly table: ProgrammeTable;
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  /** the roadmap's own title stands over it */
  readonly titled: boolean;
  /** a search or a filter shows what it found, whatever is folded */
  readonly unfolded: boolean;
  readonly onPanel: (panel: Panel) => void;
}

/** One roadmap as the document prints it; its sections fold. */
export function MeasureTable(props: MeasureTableProps) {
  const { roadmap, table, years, yearKind, titled, unfolded, onPanel } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const outline = outlineOf(roadmap.sections, roadmap.measures);
  const keys = useRowKeys(roadmap, table.can.edit, onPanel);
  const hasFacts = table.facts !== undefined;
  const columns = 5 + years.length * (hasFacts ? 2 : 1) + (table.can.edit ? 1 : 0);
  const toggle = (id: string) =>
    setFolded((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  const row = (measure: MeasureSeen) => (
    <MeasureRow key={measure.id} measure={measure} roadmap={roadmap} table={table} years={years} onPanel={onPanel} />
  );
  const section = (one: OutlineSection<SectionSeen, MeasureSeen>, depth: number): React.ReactNode => {
    const isFolded = !unfolded && folded.has(one.section.id);
    return (
      <Fragment key={one.section.id}>
        <SectionRow
          {...{ roadmap, table, depth, onPanel }}
          outline={one}
          span={columns}
          folded={isFolded}
          onToggle={() => toggle(one.section.id)}
        />
        {!isFolded && one.measures.map(row)}
        {!isFolded && one.sections.map((inner) => section(inner, depth + 1))}
      </Fragment>
    );
  };
  return (
    <section className="roadmap">
      {titled && (
        <div className="hd">
          <h2>{typeset(roadmap.title)}</h2>
          {table.can.edit && <RoadmapMenu roadmap={roadmap} onPanel={onPanel} />}
        </div>
      )}
      {/* keys move among the rows; the links inside stay reachable without them */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={keys}>
        <DataTable label={roadmap.title} className={`ms stack${years.length > 0 ? "" : " no-years"}`}>
          <Head years={years} table={table} yearKind={yearKind} hasFacts={hasFacts} />
          <tbody>
            {outline.measures.map(row)}
            {outline.sections.map((one) => section(one, 0))}
          </tbody>
        </DataTable>
      </div>
      {table.can.edit && !unfolded && (
        <div className="add-line no-print">
          <Button size="small" icon="plus" onClick={() => onPanel({ kind: "addMeasure", roadmap, section: null })}>
            Добавить мероприятие
          </Button>
          <Button size="small" icon="plus" onClick={() => onPanel({ kind: "addSection", roadmap, parent: null })}>
            Добавить раздел
          </Button>
        </div>
      )}
    </section>
  );
}

interface HeadProps extends Pick<MeasureTableProps, "years" | "table" | "yearKind"> {
  readonly hasFacts: boolean;
}

function Head({ years, table, yearKind, hasFacts }: HeadProps) {
  const current = (year: number) => (year === table.currentYear ? " cur" : "");
  const words = ["№", "Мероприятие", "Результат", "Срок", "Исполнители"];
  if (!hasFacts)
    return (
      <thead>
        <tr>
          {words.map((word) => (
            <th key={word}>{word}</th>
          ))}
          {years.map((year) => (
            <th key={year} className={`n pl one${current(year)}`}>
              {yearName(year, yearKind)}
            </th>
          ))}
          {table.can.edit && <EditHead />}
        </tr>
      </thead>
    );
  return (
    <thead>
      <tr>
        <td colSpan={words.length}>
          <span className="visually-hidden">По годам</span>
        </td>
        {years.map((year) => (
          <th key={year} colSpan={2} scope="colgroup" className={`yr${current(year)}`}>
            <span>{yearName(year, yearKind)}</span>
          </th>
        ))}
        {table.can.edit && <EditHead rows={2} />}
      </tr>
      <tr>
        {words.map((word) => (
          <th key={word}>{word}</th>
        ))}
        {years.map((year) => (
          <Fragment key={year}>
            <th className="n pl">план</th>
            <th className="n fa">факт</th>
          </Fragment>
        ))}
      </tr>
    </thead>
  );
}

function EditHead({ rows = 1 }: { readonly rows?: number }) {
  return (
    <th className="ed no-print" rowSpan={rows}>
      <span className="visually-hidden">Действия</span>
    </th>
  );
}

interface SectionRowProps {
  readonly outline: OutlineSection<SectionSeen, MeasureSeen>;
  readonly roadmap: RoadmapSeen;
  readonly table: ProgrammeTable;
  readonly depth: number;
  readonly span: number;
  readonly folded: boolean;
  readonly onToggle: () => void;
  readonly onPanel: (panel: Panel) => void;
}

function SectionRow({ outline, roadmap, table, depth, span, folded, onToggle, onPanel }: SectionRowProps) {
  const { section } = outline;
  const count = measuresIn(outline).length;
  const share = table.facts?.sections[section.id];
  return (
    <tr className="se">
      {/* the words stand deeper than the rule looks */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={span} className="wide">
        <div className="se-line" style={{ paddingLeft: depth * 20 }}>
          <button type="button" className="tg" aria-expanded={!folded} onClick={onToggle}>
            <Icon name={folded ? "chevronRight" : "chevronDown"} size={18} />
            <span>{typeset([dotted(section.number), section.title].filter(Boolean).join(" "))}</span>
          </button>
          <span className="sm q">
            {count === 0 ? "пока пусто" : counted(count, ["мероприятие", "мероприятия", "мероприятий"])}
            {share && share.planned > 0 && (
              <>
                , выполнено <b>{percentOf({ part: share.fulfilled, whole: share.planned })}&nbsp;%</b>
              </>
            )}
            {table.can.edit && <SectionMenu section={section} roadmap={roadmap} onPanel={onPanel} />}
          </span>
        </div>
      </td>
    </tr>
  );
}
