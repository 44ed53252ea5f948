import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { counted } from "#domain/russian/plural.ts";
import { useLocation } from "react-router";
import { daysBetween, localDate } from "#shared/local-date.ts";
import { shortDay } from "#features/obligations/model/days.ts";
import type { ReportList, ReportRow } from "../../model/contract.ts";
import { REPORT_STATE_WORD } from "../../model/lifecycle.ts";
import { dayOf } from "../parts/day-of.ts";

const STATES = {
  toReview: "ждут моей проверки",
  submitted: "на проверке",
  returned: "возвращены",
  accepted: "приняты",
  draft: "черновики",
  all: "все",
} as const;

const MARK = { draft: "ahead", submitted: "submitted", returned: "returned", accepted: "accepted" } as const;

/** Reports: first those that wait for one's own decision, the oldest on top; any other state by the filter. */
export default function ReportQueuePage() {
  const { current, clock } = useMe();
  const { territoryId, organisationId, role } = current;
  const checks = role === "officer" || role === "administrator";
  const first = checks ? "toReview" : "all";
  const [state] = useAddressValue("state", first);
  const [q] = useAddressValue("q");
  const [page] = useAddressValue("page", "1");
  const { search } = useLocation();
  const reports = useQuery({
    queryKey: ["reports", "list", territoryId, organisationId, state, q, page],
    queryFn: ({ signal }) =>
      request<ReportList>("/api/reports", { query: { territoryId, organisationId, state, q, page }, signal }),
    placeholderData: (before) => before,
  });
  const order = [first, ...(Object.keys(STATES) as (keyof typeof STATES)[]).filter((one) => one !== first)] as const;
  const pageLink = (next: number) => {
    const params = new URLSearchParams(search);
    params.set("page", String(next));
    return `/reports?${params}`;
  };
  return (
    <div style={{ maxWidth: 960 }}>
      <PageHeader
        title="Отчёты"
        lead={
          reports.data && state === "toReview" && reports.data.total > 0
            ? typeset(
                `${counted(reports.data.total, ["отчёт ждёт", "отчёта ждут", "отчётов ждут"])} вашего решения, сначала самые давние.`,
              )
            : undefined
        }
      />
      <Filters>
        <SearchField label="Найти отчёт" />
        <FilterWord name="state" label="Состояние" options={order.map((value) => ({ value, label: STATES[value] }))} />
      </Filters>
      <Loaded query={reports} title="Список не открылся">
        {(data) =>
          data.rows.length === 0 ? (
            <Nothing state={state} searched={q !== ""} />
          ) : (
            <>
              <Rows label="Отчёты">
                {data.rows.map((row) => (
                  <Line key={row.id} row={row} today={clock.today} />
                ))}
              </Rows>
              <Pagination page={data.page} pages={Math.ceil(data.total / data.pageSize)} to={pageLink} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** «ждёт 9 дней» for what waits; for the rest the state. */
function standing(row: ReportRow, today: string) {
  if (row.state !== "submitted" || !row.submittedAt)
    return <StateMark state={MARK[row.state]}>{REPORT_STATE_WORD[row.state]}</StateMark>;
  const days = daysBetween(dayOf(row.submittedAt), localDate(today));
  return (
    <StateMark state="submitted">
      {days > 0 ? `ждёт ${counted(days, ["день", "дня", "дней"])}` : "пришёл сегодня"}
    </StateMark>
  );
}

function Line({ row, today }: { readonly row: ReportRow; readonly today: string }) {
  const more = row.obligations > 1 ? ` и ещё ${row.obligations - 1}` : "";
  const path = `/reports/${row.territoryId}/${row.id}`;
  return (
    <Row
      what={typeset(row.title) + more}
      to={path}
      meta={
        <>
          {row.bearerName} · {row.programmeTitle}
          {row.measureNumber && `, мероприятие\u00a0${row.measureNumber}`}
        </>
      }
      due={shortDay(dayOf(row.submittedAt ?? row.savedAt), today)}
      relative={standing(row, today)}
      action={
        row.canDecide && (
          <ButtonLink to={path} aria-label={`Проверить: ${row.title}, ${row.bearerName}`}>
            Проверить
          </ButtonLink>
        )
      }
    />
  );
}

function Nothing({ state, searched }: { readonly state: string; readonly searched: boolean }) {
  if (searched) return <EmptyState title="Ничего не нашлось">Измените запрос или состояние.</EmptyState>;
  if (state === "toReview")
    return <EmptyState title="Всё проверено">Новые отчёты появятся здесь, как только их отправят.</EmptyState>;
  return <EmptyState title="Отчётов нет">С таким состоянием сейчас нет ни одного отчёта.</EmptyState>;
}
