import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { ROMAN } from "#domain/russian/roman.ts";
import type { CalendarView, YearView } from "#features/calendar/model/year-contract.ts";
import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { Shape } from "#web/ui/shape.tsx";
import { Slot } from "#web/slot.tsx";
import { YearEditor } from "../parts/year-editor.tsx";
import "./school-calendar.css";

/** School years of the municipality: the terms by which «раз в четверть» is counted. This year first, then those to come; past ones are folded. */
export default function SchoolCalendar() {
  const [territoryId] = useAddressValue("territory", useMe().current.territoryId);
  const calendar = useQuery({
    queryKey: ["school-years", territoryId],
    queryFn: ({ signal }) => request<CalendarView>("/api/school-years", { query: { territoryId }, signal }),
  });
  return (
    <div className="school-calendar">
      <PageHeader
        title="Учебный календарь"
        lead="Четверти и каникулы муниципалитета: по ним считаются сроки вроде «раз в четверть» и «постоянно». После правки сроки пересчитываются, сданные отчёты остаются на месте."
      />
      {calendar.data && <HolidayWarnings calendar={calendar.data} />}
      <Loaded query={calendar} title="Календарь не открылся">
        {(seen) => {
          const sections = (years: readonly YearView[]) =>
            years.map((year) => (
              <SchoolYear
                key={year.year}
                year={year}
                territoryId={territoryId}
                current={seen.current === year.year}
                edits={seen.can.edit}
              />
            ));
          const past = seen.years.filter((one) => one.year < seen.current).sort((a, b) => b.year - a.year);
          return (
            <>
              {sections(seen.years.filter((one) => one.year >= seen.current).sort((a, b) => a.year - b.year))}
              {past.length > 0 && (
                <details className="past-years">
                  <summary>Прошедшие учебные годы</summary>
                  {sections(past)}
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

/** What is not known of the working days of this school year and the next one. */
function HolidayWarnings({ calendar }: { readonly calendar: CalendarView }) {
  const near = calendar.years.filter(({ year }) => year === calendar.current || year === calendar.current + 1);
  return [...new Set(near.flatMap((year) => year.warnings))].map((text) => (
    <p key={text} className="warn sm">
      <Shape state="soon" />
      {text}
    </p>
  ));
}

function SchoolYear({
  year,
  territoryId,
  current,
  edits,
}: {
  readonly year: YearView;
  readonly territoryId: string;
  readonly current: boolean;
  readonly edits: boolean;
}) {
  const [editing, setEditing] = useState(false);
  const forget = useWrite(
    (version: number, key) =>
      request(`/api/school-years/${territoryId}/${year.year}`, { method: "DELETE", query: { version }, key }),
    {
      refresh: [["school-years"]],
      onDone: () => showNotice("Вернулись обычные четверти, обязательства пересчитываются"),
    },
  );
  return (
    <section>
      <SectionTitle
        action={
          <span className="year-acts">
            {edits && !editing && (
              <Button size="small" icon="edit" onClick={() => setEditing(true)}>
                Изменить
              </Button>
            )}
            <Slot name="history" facts={{ kind: "school-year", territoryId, named: String(year.year) }} />
          </span>
        }
      >
        {`${year.year}/${String((year.year + 1) % 100).padStart(2, "0")} учебный год${current ? ", идёт сейчас" : ""}`}
      </SectionTitle>
      <p className="sm q">
        {year.own ? "Задано в муниципалитете" : "Обычные четверти: своих муниципалитет пока не задал"}
      </p>
      {editing ? (
        <YearEditor territoryId={territoryId} year={year} onClose={() => setEditing(false)} />
      ) : (
        <>
          <DataTable label={`Четверти ${year.year} года`} className="stack">
            <thead>
              <tr>
                <th>Учебное время</th>
                <th>Первый день</th>
                <th>Последний день</th>
                <th className="n">Дней</th>
              </tr>
            </thead>
            <tbody>
              {year.terms.map((term) => (
                <tr key={term.number}>
                  <td className="wide">{ROMAN[term.number - 1]} четверть</td>
                  <td data-label="первый день">{dateInWords(term.from as LocalDate)}</td>
                  <td data-label="последний день">{dateInWords(term.to as LocalDate)}</td>
                  <td className="n" data-label="дней">
                    {daysBetween(term.from as LocalDate, term.to as LocalDate) + 1}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          {edits && year.own && year.version !== null && (
            <div className="act">
              <Button kind="ghost" size="small" busy={forget.isPending} onClick={() => forget.mutate(year.version!)}>
                Вернуть обычные четверти
              </Button>
            </div>
          )}
          <Refusal error={forget.error} />
        </>
      )}
    </section>
  );
}
