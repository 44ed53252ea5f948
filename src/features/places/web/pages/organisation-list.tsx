import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import type { OrganisationList, OrganisationRow } from "#features/places/model/contract.ts";
import {
  DESIGNATION_NAME,
  DESIGNATIONS,
  ORGANISATION_KIND_NAME,
  ORGANISATION_KINDS,
} from "#features/places/model/words.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PartyChip } from "#web/ui/party-chip.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { useTerritory } from "../api.ts";
import { OrganisationDialog } from "../parts/organisation-dialog.tsx";
import { TerritoryFilter } from "../parts/territory-filter.tsx";
import "../parts/places.css";

const PAGE = 50;
const ALL = { value: "", label: "все" };
const STATES = [
  { value: "open", label: "работают" },
  { value: "closed", label: "закрыты" },
  { value: "all", label: "все" },
];

/** The registry of organisations. */
export default function Organisations() {
  const territoryId = useTerritory();
  const navigate = useNavigate();
  const [words] = useSearchParams();
  const [q] = useAddressValue("q");
  const [kind] = useAddressValue("kind");
  const [designation] = useAddressValue("designation");
  const [state] = useAddressValue("state", "open");
  const [page] = useAddressValue("page", "1");
  const [adding, setAdding] = useState(false);
  const { whole, print } = usePrintWhole();
  const filter = { territoryId, q, kind, designation, state };
  const query = { ...filter, ...(whole ? { view: "whole" } : { page }) };
  const organisations = useQuery({
    queryKey: ["organisations", query],
    queryFn: ({ signal }) => request<z.infer<typeof OrganisationList>>("/api/organisations", { query, signal }),
    placeholderData: (before) => before,
  });
  usePrintWhen(whole && organisations.isSuccess && !organisations.isPlaceholderData);
  const narrowed = Boolean(q || kind || designation);
  return (
    <div className="places">
      <PageHeader
        title="Организации"
        actions={
          organisations.data?.can.create && (
            <>
              <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                Добавить
              </Button>
              <ButtonLink icon="upload" to={`/organisations/import?territory=${territoryId}`}>
                Загрузить из Excel
              </ButtonLink>
            </>
          )
        }
      />
      <Filters>
        <SearchField label="Найти организацию" />
        <TerritoryFilter />
        <FilterWord
          name="kind"
          label="Вид"
          options={[ALL, ...ORGANISATION_KINDS.map((one) => ({ value: one, label: ORGANISATION_KIND_NAME[one] }))]}
        />
        <FilterWord
          name="designation"
          label="Статус"
          options={[ALL, ...DESIGNATIONS.map((one) => ({ value: one, label: DESIGNATION_NAME[one].short }))]}
        />
        <FilterWord name="state" label="Показаны" options={STATES} />
        <Slot name="views" facts={{ list: "organisations" }} />
        <ListOutput
          excel={addressOf("/api/organisations.xlsx", filter)}
          onPrint={print}
          busy={whole && organisations.isFetching}
        />
      </Filters>
      <Loaded query={organisations} title="Список не открылся">
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={narrowed ? "Ничего не нашлось" : "Организаций пока нет"}>
              {narrowed
                ? "Попробуйте другие слова или снимите фильтры."
                : "Добавьте первую или загрузите список из Excel: от них пойдут обязательства по программам."}
            </EmptyState>
          ) : (
            <>
              <p className="sm q">{counted(list.total, ["организация", "организации", "организаций"])}</p>
              <OrganisationTable items={list.items} />
              <Pagination
                page={list.page}
                pages={whole ? 1 : Math.ceil(list.total / PAGE)}
                to={(at) => {
                  const next = new URLSearchParams(words);
                  next.set("page", String(at));
                  return `/organisations?${next}`;
                }}
              />
            </>
          )
        }
      </Loaded>
      {adding && (
        <OrganisationDialog
          territoryId={territoryId}
          organisation={null}
          onClose={() => setAdding(false)}
          onDone={(id) => void navigate(`/organisations/${id}`)}
        />
      )}
    </div>
  );
}

function OrganisationTable({ items }: { readonly items: readonly OrganisationRow[] }) {
  return (
    <DataTable label="Организации" className="stack">
      <thead>
        <tr>
          <th>Название</th>
          <th>Вид</th>
          <th>Статус</th>
          <th className="n">Людей</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id} className={one.closedOn ? "hover past" : "hover"}>
            <td className="wide">
              <Link to={`/organisations/${one.id}`}>{typeset(one.shortName)}</Link>
              {one.name !== one.shortName && <span className="second">{typeset(one.name)}</span>}
              {one.closedOn && <span className="second">закрыта с {dateInWords(one.closedOn as LocalDate)}</span>}
            </td>
            <td className="m">{ORGANISATION_KIND_NAME[one.kind]}</td>
            <td>
              <span style={{ display: "flex", gap: 4, flexWrap: "wrap" }}>
                {one.designations.map((kind) => (
                  <PartyChip key={kind} code={DESIGNATION_NAME[kind].short} title={DESIGNATION_NAME[kind].full} />
                ))}
              </span>
            </td>
            <td className="n" data-label="людей">
              {one.people || "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
