import { useCallback, useRef, useState } from "react";
import { Link } from "react-router";
import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { keptInWords, keptOf, slotOutcome } from "../../model/cadence-kept.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { outcomesShown, slotInWords } from "../../model/cadence-words.ts";
import type { CadenceRow, CadenceSlot, ProgrammeCadence } from "../../model/cadence.ts";
import { amountOf } from "../../model/outcome.ts";
import { OUTCOME_WORD } from "../../model/outcome-words.ts";
import { outcomeLink, type FigureScope } from "../../model/rows-link.ts";
import type { CadenceScope } from "../pages/cadence.tsx";
import { periodScope } from "./figure-link.tsx";
import { OutcomeShape } from "./outcome-shape.tsx";
import { TermTip, type ToldTerm } from "./term-tip.tsx";
import { useChartKeys } from "./use-chart-keys.ts";
import { RowsLink } from "./rows-link.tsx";

const TERMS: PluralForms = ["срок", "срока", "сроков"];

export interface CadenceProps {
  readonly cadence: ProgrammeCadence;
  readonly scope: CadenceScope;
}

/**
 * Themes, in them the instruments of each level, each with its cadence, how often it was kept and a shape for every period. The shapes
 * are one stop of the Tab key, arrows lead from one to the next; each tells its words beside it and opens the obligations of its period.
 */
export function CadenceTable({ cadence, scope }: CadenceProps) {
  const table = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<ToldTerm | null>(null);
  const close = useCallback(() => setTold(null), []);
  const keys = useChartKeys(table, (words, term) =>
    setTold((before) => (!words || !term ? null : before?.term === term ? before : { words, term })),
  );
  const sections = [...new Set(cadence.rows.map(({ section }) => section))];
  const hasLevels = cadence.rows.some(({ level }) => level !== "");
  return (
    <>
      <ul className="kept-legend sm" aria-label="Обозначения">
        {outcomesShown(cadence.rows).map((outcome) => (
          <li key={outcome}>
            <OutcomeShape outcome={outcome} />
            {OUTCOME_WORD[outcome]}
          </li>
        ))}
      </ul>
      {/* keys go from link to link: what holds the table does nothing itself */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={table} className="kept-signs" {...keys}>
        <DataTable label="Регулярность мероприятий" className="kept stack">
          <thead>
            <tr>
              <th scope="col">Мероприятие и периодичность</th>
              {hasLevels && <th scope="col">Уровень</th>}
              <th scope="col">Соблюдено</th>
              <th scope="col">По срокам</th>
            </tr>
          </thead>
          {sections.map((section) => (
            <tbody key={section}>
              {section && (
                <tr className="theme">
                  <th scope="rowgroup" colSpan={hasLevels ? 4 : 3}>
                    {typeset(section)}
                  </th>
                </tr>
              )}
              {cadence.rows
                .filter((row) => row.section === section)
                .map((row) => (
                  <Row key={row.measureId} row={row} cadence={cadence} scope={scope} hasLevels={hasLevels} />
                ))}
            </tbody>
          ))}
        </DataTable>
        <TermTip told={told} onClose={close} />
      </div>
    </>
  );
}

interface RowProps extends CadenceProps {
  readonly row: CadenceRow;
  readonly hasLevels: boolean;
}

function Row({ row, cadence, scope, hasLevels }: RowProps) {
  const kept = keptOf(row.slots);
  const of: FigureScope = { ...scope, measureId: row.measureId, ...periodScope(cadence.span) };
  const on = localDate(cadence.today);
  return (
    <tr>
      <th scope="row">
        <Link to={`/programmes/${scope.territoryId}/${scope.programmeId}/measures/${row.measureId}`}>
          {typeset([row.number, row.title].filter(Boolean).join(" "))}
        </Link>
        <div className="sm q">{typeset(row.cadence)}</div>
      </th>
      {hasLevels && (
        <td className="nw" data-label="уровень">
          {row.level || <span className="q">–</span>}
        </td>
      )}
      <td className="nw of" data-label="соблюдено">
        <b>{keptInWords(kept, row.unit)}</b>
        <Amount periods={kept.missed} part="late" words="просрочено" row={row} of={of} on={on} />
        <Amount periods={kept.submitted} part="submitted" words="на проверке" row={row} of={of} on={on} />
        <Amount periods={kept.returned} part="returned" words="вернули" row={row} of={of} on={on} />
      </td>
      <td className="slots wide">
        <ul aria-label="Сроки">
          {row.slots.map((slot) => (
            <Slot key={slot.key} slot={slot} to={outcomeLink({ ...of, occurrence: slot.key }, undefined, on)} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

interface AmountProps {
  readonly periods: number;
  readonly part: "late" | "submitted" | "returned";
  readonly words: string;
  readonly row: CadenceRow;
  readonly of: FigureScope;
  readonly on: LocalDate;
}

/** How many periods, and the reports they hold: the link counts reports, which are as many only where one answers for all. */
function Amount({ periods, part, words, row, of, on }: AmountProps) {
  if (periods === 0) return undefined;
  const reports = row.slots.reduce((sum, { counts }) => sum + amountOf(counts, part), 0);
  const link = (text: string) => (
    <RowsLink className={part === "late" ? "late" : undefined} to={outcomeLink(of, part, on)}>
      {text}
    </RowsLink>
  );
  return (
    <div className="sm">
      {reports === periods ? (
        link(`${words} ${periods}`)
      ) : (
        <>
          {words} {counted(periods, TERMS)} ({link(reportsInWords(reports))})
        </>
      )}
    </div>
  );
}

function Slot({ slot, to }: { readonly slot: CadenceSlot; readonly to: string }) {
  const outcome = slotOutcome(slot.counts);
  const words = slotInWords(slot);
  return (
    <li>
      <RowsLink to={to} tabIndex={-1} className={`slot w-${outcome}`} data-words={words}>
        <span className="visually-hidden">{words}</span>
        <OutcomeShape outcome={outcome} />
      </RowsLink>
    </li>
  );
}
