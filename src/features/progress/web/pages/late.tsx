import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import type { LateList } from "../../model/contract.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { OwnDebts } from "../parts/own-debts.tsx";
import { LateTable } from "../parts/late-table.tsx";
import { PrintedOn } from "../parts/printed-on.tsx";
import ReminderDialog from "../parts/reminder-dialog.tsx";
import { useWayBack } from "../way-back.ts";

/** Everybody who is late, those with most first. */
export default function LatePage() {
  const { current } = useMe();
  const [params] = useSearchParams();
  const query = { territoryId: current.territoryId, ...Object.fromEntries(params) };
  const back = useWayBack();
  const [reminding, setReminding] = useState(false);
  const late = useQuery({
    queryKey: ["progress", "late", query],
    queryFn: ({ signal }) => request<LateList>("/api/progress/late", { query, signal }),
    placeholderData: (before) => before,
  });
  return (
    <div style={{ maxWidth: 960 }}>
      <PageHeader
        title="Кто просрочил"
        {...back}
        lead={late.data && late.data.late > 0 ? total(late.data) : undefined}
        actions={
          late.data?.can.remind ? (
            <Button kind="primary" onClick={() => setReminding(true)}>
              Напомнить
            </Button>
          ) : undefined
        }
      />
      {reminding && <ReminderDialog territoryId={query.territoryId} onClose={() => setReminding(false)} />}
      <Filters>
        <SearchField label="Найти в списке" />
        <Slot name="views" facts={{ list: "late" }} />
        <span className="r">
          <ExcelLink to={addressOf("/api/progress/late.xlsx", query)} />
          <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
            Печать
          </Button>
        </span>
      </Filters>
      <Loaded query={late} title="Список не открылся">
        {(data) =>
          data.late === 0 ? (
            <EmptyState title={params.get("q") ? "Ничего не нашлось" : "Просрочек нет"} />
          ) : (
            <>
              <PrintedOn today={data.today} />
              {data.bearers.length > 0 && (
                <LateTable
                  territoryId={query.territoryId}
                  today={data.today}
                  bearers={data.bearers}
                  canCall={data.can.call}
                  canRemind={data.can.remind}
                />
              )}
              <OwnDebts territoryId={query.territoryId} today={data.today} own={data.own} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function total({ late, bearers, own }: LateList): string {
  return `${counted(bearers.length + own.length, ["исполнитель", "исполнителя", "исполнителей"])}, ${reportsInWords(late)}`;
}
