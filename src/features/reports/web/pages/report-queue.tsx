import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { counted } from "#domain/russian/plural.ts";
import { useLocation } from "react-router";
import type { ReportList } from "../../model/contract.ts";
import { QueueRows } from "../parts/queue-rows.tsx";

const STATES = {
  toReview: "ждут моей проверки",
  submitted: "на проверке",
  returned: "возвращены",
  accepted: "приняты",
  draft: "черновики",
  all: "все",
} as const;

/** Reports: first those that wait for one's own decision, the oldest on top; any other state by the filter. */
export default function ReportQueuePage() {
  const { current, clock } = useMe();
  const { territoryId, organisationId, role } = current;
  const checks = role === "officer" || role === "administrator";
  // a school decides on reports for its own programmes
  const decides = checks || role === "school_head" || role === "deputy";
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
  // nobody is offered what never waits for them
  const offered = (Object.keys(STATES) as (keyof typeof STATES)[]).filter((one) => one !== first);
  const order = [first, ...offered.filter((one) => decides || one !== "toReview")] as const;
  const pageLink = (next: number) => {
    const params = new URLSearchParams(search);
    params.set("page", String(next));
    return `/reports?${params}`;
  };
  return (
    <div style={{ maxWidth: 960 }}>
      <PageHeader
        title="Отчёты"
        howTo="review"
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
        <Slot name="views" facts={{ list: "reports", standing: `state=${state}` }} />
      </Filters>
      <Loaded query={reports} title="Список не открылся">
        {(data) =>
          data.rows.length === 0 ? (
            <Nothing state={state} searched={q !== ""} />
          ) : (
            <>
              <QueueRows rows={data.rows} territoryId={territoryId} today={clock.today} />
              <Pagination page={data.page} pages={Math.ceil(data.total / data.pageSize)} to={pageLink} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function Nothing({ state, searched }: { readonly state: string; readonly searched: boolean }) {
  if (searched) return <EmptyState title="Ничего не нашлось">Измените запрос или состояние.</EmptyState>;
  if (state === "toReview")
    return <EmptyState title="Всё проверено">Новые отчёты появятся здесь, как только их отправят.</EmptyState>;
  return <EmptyState title="Отчётов нет">С таким состоянием сейчас нет ни одного отчёта.</EmptyState>;
}
