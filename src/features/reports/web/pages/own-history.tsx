import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { shortDay } from "#features/obligations/model/days.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { HistoryYear, ReportHistory } from "../../model/history.ts";
import { REPORT_STATE_WORD } from "../../model/lifecycle.ts";
import { dayOf } from "../parts/day-of.ts";
import { REPORT_MARK } from "../parts/report-mark.ts";

const STATES = [
  { value: "all", label: "все" },
  { value: "submitted", label: "на проверке" },
  { value: "returned", label: "вернули" },
  { value: "accepted", label: "приняты" },
  { value: "mended", label: "возвращались хотя бы раз" },
];

/** What the organisation has reported: the figures of each year, and the reports themselves. */
export default function OwnHistoryPage() {
  const { territoryId, organisationId } = useMe().current;
  const [params] = useSearchParams();
  const [year] = useAddressValue("year");
  const [state] = useAddressValue("state", "all");
  const [programmeId] = useAddressValue("programmeId");
  const [page] = useAddressValue("page", "1");
  const { whole, print } = usePrintWhole();
  const filter = { territoryId, organisationId, year, state, programmeId };
  const query = { ...filter, ...(whole ? { view: "whole" } : { page }) };
  const history = useQuery({
    queryKey: ["reports", "history", query],
    queryFn: ({ signal }) => request<ReportHistory>("/api/reports/history", { query, signal }),
    placeholderData: (before) => before,
  });
  usePrintWhen(whole && history.isSuccess && !history.isPlaceholderData);
  const narrowed = Boolean(year || programmeId || state !== "all");
  const years = history.data?.years ?? [];
  const programmes = history.data?.programmes ?? [];
  return (
    <>
      <Filters>
        <FilterWord
          name="year"
          label="Год"
          options={[
            { value: "", label: "все" },
            ...years.map((one) => ({ value: String(one.year), label: String(one.year) })),
          ]}
        />
        <FilterWord name="state" label="Состояние" options={STATES} />
        <FilterWord
          name="programmeId"
          label="Программа"
          options={[{ value: "", label: "все" }, ...programmes.map((one) => ({ value: one.id, label: one.title }))]}
        />
        <Slot name="views" facts={{ list: "history" }} />
        <ListOutput
          excel={addressOf("/api/reports/history.xlsx", filter)}
          onPrint={print}
          busy={whole && history.isFetching}
        />
      </Filters>
      <Loaded query={history} title="История не открылась">
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState title={narrowed ? "Таких отчётов нет" : "Отчётов ещё не отправляли"}>
              {narrowed ? "Снимите часть отборов." : "Отправленные отчёты соберутся здесь по годам."}
            </EmptyState>
          ) : (
            <>
              {!narrowed && <Years years={data.years} />}
              <p className="rows-count sm q">{reportsInWords(data.total)}</p>
              <HistoryRows data={data} />
              <Pagination
                page={Number(page)}
                pages={whole ? 1 : Math.ceil(data.total / data.pageSize)}
                to={(next) => addressOf("/our-work/reports", { ...Object.fromEntries(params), page: next })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Years({ years }: { readonly years: readonly HistoryYear[] }) {
  return (
    <div className="years">
      <DataTable label="По годам" className="stack">
        <thead>
          <tr>
            <th>Год</th>
            <th className="n">Отправлено</th>
            <th className="n">Принято</th>
            <th className="n">На проверке</th>
            <th className="n">Ждут исправления</th>
            <th className="n">Возвращались</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year}>
              <th scope="row" className="wide">
                {one.year}
              </th>
              {(
                [
                  ["отправлено", one.sent],
                  ["принято", one.accepted],
                  ["на проверке", one.waiting],
                  ["ждут исправления", one.returned],
                  ["возвращались", one.mended],
                ] as const
              ).map(([words, many]) => (
                <td className="n" data-label={words} key={words}>
                  {many === 0 ? <span className="q">–</span> : many}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function HistoryRows({ data }: { readonly data: ReportHistory }) {
  return (
    <Rows label="Отчёты">
      {data.rows.map((row) => (
        <Row
          key={row.id}
          what={typeset(row.title) + (row.obligations > 1 ? ` и ещё ${row.obligations - 1}` : "")}
          to={`/reports/${row.territoryId}/${row.id}`}
          meta={
            <>
              {row.programmeTitle}
              {row.measureNumber && `, мероприятие\u00a0${row.measureNumber}`}
              {row.period && `, ${typeset(row.period)}`}
            </>
          }
          extra={`срок ${shortDay(row.dueOn, data.today)}, автор: ${row.authorName}`}
          due={shortDay(dayOf(row.submittedAt ?? row.savedAt), data.today)}
          relative={
            <StateMark state={REPORT_MARK[row.state]}>
              {row.mended && row.state === "accepted" ? "принято после возврата" : REPORT_STATE_WORD[row.state]}
            </StateMark>
          }
        />
      ))}
    </Rows>
  );
}
