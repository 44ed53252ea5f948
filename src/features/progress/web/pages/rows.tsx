import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { localDate, parseLocalDate } from "#shared/local-date.ts";
import { STATE_WORD } from "#features/obligations/model/text.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { ABOUT_STATE, ABOUT_TERM, type RowsList } from "../../model/contract.ts";
import { lateSinceInWords } from "../../model/long-late.ts";
import { ROW_STATES, type RowState } from "../../model/rows-query.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { RowsTable } from "../parts/rows-table.tsx";
import { useWayBack } from "../way-back.ts";
import "./today.css";

const ROW_STATE_WORD: Readonly<Record<RowState, string>> = {
  ...STATE_WORD,
  coming: "срок не наступил",
  due: "все, кроме неприменимых",
};
const STATES = [
  { value: "", label: "все" },
  ...ROW_STATES.map((state) => ({ value: state, label: ROW_STATE_WORD[state] })),
];

/** The obligations behind a figure: the same words in the address as the figure was counted by. */
export default function RowsPage() {
  const { current } = useMe();
  const [params] = useSearchParams();
  const query = { territoryId: current.territoryId, ...Object.fromEntries(params) };
  const list = useQuery({
    queryKey: ["progress", "rows", query],
    queryFn: ({ signal }) => request<RowsList>("/api/progress/rows", { query, signal }),
    placeholderData: (before) => before,
  });
  const back = useWayBack();
  const about = list.data?.about ?? [];
  // opened by what came of the reports, the list names that state above; a filter of states would say «все» beside it
  const isStateTold = about.some(({ name }) => name === ABOUT_STATE) && !params.get("state");
  const term = about.find(({ name }) => name === ABOUT_TERM)?.text;
  const on = params.get("on");
  const { page: _page, ...filter } = query as Record<string, string>;
  const period = periodOf(params.get("from"), params.get("to"), params.get("year"));
  const long = list.data && longLateOf(params, list.data.today);
  return (
    <div className="progress-page">
      <PageHeader
        title={term ? `Сроки и отчёты: ${term}` : "Сроки и отчёты"}
        {...back}
        lead={[
          ...about.filter(({ name }) => name !== ABOUT_TERM).map(({ name, text }) => `${name}: ${text}`),
          ...(long ? [long] : []),
          ...(period ? [period] : []),
        ].map((line) => (
          <div key={line} className="dense">
            {typeset(line)}
          </div>
        ))}
      />
      <Filters>
        <SearchField label="Найти в списке" />
        {!isStateTold && <FilterWord name="state" label="Состояние" options={STATES} />}
        <Slot name="views" facts={{ list: "rows" }} />
        <span className="r">
          <ExcelLink to={addressOf("/api/progress/rows.xlsx", filter)} />
          <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
            Печать
          </Button>
        </span>
      </Filters>
      <Loaded query={list} title="Список не открылся">
        {(data) =>
          data.rows.length === 0 ? (
            <NoRows
              page={data.page}
              first={addressOf("/progress/rows", { ...Object.fromEntries(params), page: null })}
            />
          ) : (
            <>
              <p className="sm q">{reportsInWords(data.total)}</p>
              <RowsTable
                territoryId={query.territoryId}
                rows={data.rows}
                today={data.today}
                past={on && on < data.today ? localDate(on) : null}
              />
              <Pagination
                page={data.page}
                pages={pagesOf(data)}
                to={(page) =>
                  addressOf("/progress/rows", {
                    ...Object.fromEntries(params),
                    page: page > data.page ? data.next : data.previous,
                  })
                }
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** Nothing was found, or whoever went from page to page has come to where the list ended earlier. */
function NoRows({ page, first }: { readonly page: number; readonly first: string }) {
  if (page === 1) return <EmptyState title="Таких сроков нет">Измените слова поиска или состояние.</EmptyState>;
  return (
    <EmptyState title="Дальше сроков нет">
      Пока список читали, он стал короче. <Link to={first}>К началу списка</Link>
    </EmptyState>
  );
}

/** How many pages there are, as far as the rows of this one tell: the list may have changed since the first. */
function pagesOf({ next, page, total, pageSize }: RowsList): number {
  return next ? Math.max(page + 1, Math.ceil(total / pageSize)) : page;
}

function longLateOf(params: URLSearchParams, today: string): string | undefined {
  const day = (name: string) => parseLocalDate(params.get(name) ?? "");
  return lateSinceInWords({ state: params.get("state"), from: day("from"), to: day("to") }, localDate(today));
}

function periodOf(from: string | null, to: string | null, year: string | null): string | undefined {
  if (year) return `За ${year} год плана`;
  const [first, last] = [from && parseLocalDate(from), to && parseLocalDate(to)];
  if (first && last) return `Срок: ${spanInWords(first, last)}`;
  if (first) return `Срок: с ${dateInWords(first)}`;
  return last ? `Срок: по ${dateInWords(last)}` : undefined;
}
