import { useState } from "react";
import { dayInWords } from "#domain/russian/dates.ts";
import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PartyChip } from "#web/ui/party-chip.tsx";
import { ShowMore } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { NotBegun } from "../../model/contract.ts";
import { listLink } from "../../model/rows-link.ts";
import { RowsLink } from "./rows-link.tsx";

const SHOWN = 5;
const MEASURES: PluralForms = ["мероприятие", "мероприятия", "мероприятий"];
const TERMS: PluralForms = ["срок", "срока", "сроков"];

/** A measure that comes twice within the month stands twice: such rows are counted as terms. */
function countedRows(count: number, rows: readonly NotBegun[]): string {
  const isTwice = new Set(rows.map(({ measureId }) => measureId)).size < rows.length;
  return counted(count, isTwice ? TERMS : MEASURES);
}

const LONGEST_CODE = 14;

export interface NotBegunTableProps {
  readonly territoryId: string;
  readonly rows: readonly NotBegun[];
  readonly today: string;
}

/** What is due within a month and nobody has so much as opened, with a reminder to those who owe it. */
export function NotBegunTable({ territoryId, rows, today }: NotBegunTableProps) {
  const [all, setAll] = useState(false);
  const remind = useWrite(
    ({ measureId, occurrenceKey }: NotBegun, key) =>
      request<{ people: number }>("/api/progress/reminders", {
        method: "POST",
        body: { territoryId, measureId, occurrenceKey },
        key,
      }),
    {
      refresh: [["progress"]],
      onDone: ({ people }) =>
        showNotice(`Напоминание получили: ${counted(people, ["человек", "человека", "человек"])}`, "accepted"),
    },
  );
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <section className="sec">
      <SectionTitle count={countedRows(rows.length, rows)}>Никто не начал</SectionTitle>
      {remind.isError && <ErrorState title="Напоминание не ушло" problem={remind.error} />}
      <DataTable label="Никто не начал" className="stack none">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">№</span>
            </th>
            <th>Мероприятие</th>
            <th>Исполнители</th>
            <th>Срок</th>
            <th>
              <span className="visually-hidden">Напоминание</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.measureId} ${row.occurrenceKey}`}>
              <td className="no">{row.measureNumber}</td>
              <td className="wide">
                <RowsLink
                  to={listLink({ territoryId, measureId: row.measureId, occurrence: row.occurrenceKey, state: "due" })}
                >
                  {typeset(row.measureTitle)}
                </RowsLink>
                {rows.some((other) => other.programmeId !== row.programmeId) && (
                  <div className="sm q">{typeset(row.programmeTitle)}</div>
                )}
              </td>
              <td>
                <Parties row={row} />
              </td>
              <td className="nw">{dayInWords(localDate(row.dueOn))}</td>
              <td className="n end">
                <Reminder row={row} today={today} busy={remind.isPending} onRemind={() => remind.mutate(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {rows.length > SHOWN && !all && (
        <ShowMore onClick={() => setAll(true)}>Ещё {countedRows(rows.length - SHOWN, rows)}</ShowMore>
      )}
    </section>
  );
}

/** Codes as the document prints them; a party written out in words is not a code. */
function Parties({ row }: { readonly row: NotBegun }) {
  return row.parties.map(({ name, leading }, at) =>
    name.length <= LONGEST_CODE ? (
      <span key={name}>
        <PartyChip code={name} leading={leading} />{" "}
      </span>
    ) : (
      <span key={name} className="sm m">
        {typeset(name)}
        {at < row.parties.length - 1 ? ", " : ""}
      </span>
    ),
  );
}

interface ReminderProps {
  readonly row: NotBegun;
  readonly today: string;
  readonly busy: boolean;
  readonly onRemind: () => void;
}

function Reminder({ row, today, busy, onRemind }: ReminderProps) {
  if (row.remindedOn === today) return <span className="sm q">Напомнили сегодня</span>;
  if (!row.can.remind) return undefined;
  return (
    <>
      {row.remindedOn && <span className="sm q">Напоминали {dayInWords(localDate(row.remindedOn))} </span>}
      <Button size="small" busy={busy} onClick={onRemind} aria-label={`Напомнить: ${row.measureTitle}`}>
        Напомнить
      </Button>
    </>
  );
}
