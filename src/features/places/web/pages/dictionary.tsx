import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { counted } from "#domain/russian/plural.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import type { RoleCodeList, RoleCodeView } from "#features/places/model/contract.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { useTerritory } from "../api.ts";
import { DictionaryHistory } from "../parts/dictionary-history.tsx";
import { RoleCodeDialog } from "../parts/role-code-dialog.tsx";
import { TerritoryFilter } from "../parts/territory-filter.tsx";
import "../parts/places.css";

/** The dictionary of role codes: whom «ОО» or «ШНОР» of a roadmap means here. */
export default function Dictionary() {
  const territoryId = useTerritory();
  const [q] = useAddressValue("q");
  const [edited, setEdited] = useState<RoleCodeView | "new" | null>(null);
  const codes = useQuery({
    queryKey: ["role-codes", territoryId],
    queryFn: ({ signal }) =>
      request<z.infer<typeof RoleCodeList>>("/api/role-codes", { query: { territoryId }, signal }),
  });
  const forget = useWrite(
    (code: RoleCodeView, key) =>
      request(`/api/role-codes/${territoryId}/${encodeURIComponent(code.matchKey)}`, {
        method: "DELETE",
        query: { version: code.version },
        key,
      }),
    { refresh: [["role-codes"]] },
  );
  const edits = codes.data?.can.edit ?? false;
  return (
    <div className="places">
      <PageHeader
        title="Словарь"
        lead="Кого означают коды в дорожных картах. Изменение пересчитывает обязательства: сданные отчёты остаются на месте."
        actions={
          edits && (
            <Button kind="primary" icon="plus" onClick={() => setEdited("new")}>
              Добавить код
            </Button>
          )
        }
      />
      <Filters>
        <SearchField label="Найти код" />
        <TerritoryFilter />
      </Filters>
      <Refusal error={forget.error} />
      <Loaded query={codes} title="Словарь не открылся">
        {(list) => {
          const found = list.items.filter((one) => matchKey(`${one.code} ${one.meaning}`).includes(matchKey(q)));
          return found.length === 0 ? (
            <EmptyState title="Такого кода нет">Добавьте его, если он встречается в ваших документах.</EmptyState>
          ) : (
            <CodeTable items={found} edits={edits} onEdit={setEdited} onForget={(code) => forget.mutate(code)} />
          );
        }}
      </Loaded>
      {territoryId && <DictionaryHistory key={territoryId} territoryId={territoryId} />}
      {edited !== null && (
        <RoleCodeDialog
          key={edited === "new" ? "new" : edited.matchKey}
          territoryId={territoryId}
          code={edited === "new" ? null : (codes.data?.items.find((one) => one.matchKey === edited.matchKey) ?? edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function CodeTable({
  items,
  edits,
  onEdit,
  onForget,
}: {
  readonly items: readonly RoleCodeView[];
  readonly edits: boolean;
  readonly onEdit: (code: RoleCodeView) => void;
  readonly onForget: (code: RoleCodeView) => void;
}) {
  return (
    <DataTable label="Коды" className="stack">
      <thead>
        <tr>
          <th>Код</th>
          <th>Означает</th>
          <th>Сегодня</th>
          {edits && (
            <th>
              <span className="visually-hidden">Действия</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.matchKey}>
            <td className="strong">{one.code}</td>
            <td className="wide">
              {one.meaning}
              <span className="second">{one.own ? "задано в муниципалитете" : "общепринятое значение"}</span>
            </td>
            <td>
              {one.bearers > 0 ? (
                bearersText(one)
              ) : one.audience.kind === "outside" ? (
                <span className="q">–</span>
              ) : (
                <StateMark state="soon">никого</StateMark>
              )}
            </td>
            {edits && (
              <td className="n end">
                <Button size="small" onClick={() => onEdit(one)}>
                  Изменить
                </Button>{" "}
                {one.own && (
                  <Button size="small" kind="ghost" onClick={() => onForget(one)}>
                    Вернуть общее
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function bearersText({ audience, bearers }: RoleCodeView): string {
  const people = audience.kind === "position" || audience.kind === "person";
  if (audience.kind === "territory") return "муниципалитет";
  return counted(bearers, people ? ["человек", "человека", "человек"] : ["организация", "организации", "организаций"]);
}
