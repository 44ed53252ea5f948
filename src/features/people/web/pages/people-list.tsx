import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { z } from "zod";
import { counted } from "#domain/russian/plural.ts";
import type { MadeLink, PeopleList, PersonRow } from "#features/people/model/people-contract.ts";
import { currentOf } from "#features/people/model/staff-lines.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import { ROLES } from "#shared/actor.ts";
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
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { useOrganisationChoice, useTerritory } from "../api.ts";
import { AddPerson } from "../parts/add-person.tsx";
import { AccountState } from "../parts/account-state.tsx";
import { MadeLinkDialog } from "../parts/made-link.tsx";
import "../parts/people.css";

const PAGE = 50;
const STATES = [
  { value: "current", label: "работают сейчас" },
  { value: "former", label: "бывшие" },
  { value: "all", label: "все" },
];

/** People of the territory whom one may see, by organisation, role and name. */
export default function People() {
  const territoryId = useTerritory();
  const navigate = useNavigate();
  const [words, setWords] = useSearchParams();
  const [q] = useAddressValue("q");
  const [state] = useAddressValue("state", "current");
  const [role] = useAddressValue("role", "");
  const [organisationId] = useAddressValue("organisation", "");
  const [page] = useAddressValue("page", "1");
  const [made, setMade] = useState<{ readonly personId: string; readonly link: MadeLink } | null>(null);
  const { whole, print } = usePrintWhole();
  const filter = { territoryId, q, state, role, organisationId };
  const query = { ...filter, ...(whole ? { view: "whole" } : { page }) };
  const people = useQuery({
    queryKey: ["people", query],
    queryFn: ({ signal }) => request<z.infer<typeof PeopleList>>("/api/people", { query, signal }),
    placeholderData: (before) => before,
  });
  usePrintWhen(whole && people.isSuccess && !people.isPlaceholderData);
  const organisations = useOrganisationChoice(territoryId);
  const can = people.data?.can;
  const adding = words.has("add");
  const opened = (on: boolean) =>
    setWords(
      (now) => {
        const next = new URLSearchParams(now);
        if (on) next.set("add", "");
        else next.delete("add");
        return next;
      },
      { replace: true },
    );
  return (
    <div className="people">
      <PageHeader
        title="Люди"
        actions={
          can?.add && (
            <>
              <Button kind="primary" icon="plus" onClick={() => opened(true)}>
                Добавить
              </Button>
              <ButtonLink icon="upload" to={`/people/import?territory=${territoryId}`}>
                Загрузить из Excel
              </ButtonLink>
            </>
          )
        }
      />
      <Filters>
        <SearchField label="Найти по имени" />
        <FilterWord name="state" label="Показаны" options={STATES} />
        <FilterWord name="organisation" label="Организация" options={[{ value: "", label: "все" }, ...organisations]} />
        <FilterWord
          name="role"
          label="Роль"
          options={[{ value: "", label: "все" }, ...ROLES.map((one) => ({ value: one, label: ROLE_NAME[one] }))]}
        />
        <Slot name="views" facts={{ list: "people" }} />
        <ListOutput excel={addressOf("/api/people.xlsx", filter)} onPrint={print} busy={whole && people.isFetching} />
      </Filters>
      <Loaded query={people} title="Список не открылся">
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title="Никого не нашлось">
              {q || role || organisationId
                ? "Попробуйте другие слова или снимите фильтры."
                : "Здесь появятся люди организаций, которые вам видны."}
            </EmptyState>
          ) : (
            <>
              <p className="sm q">{counted(list.total, ["человек", "человека", "человек"])}</p>
              <PeopleTable items={list.items} territoryId={territoryId} />
              <Pagination
                page={list.page}
                pages={whole ? 1 : Math.ceil(list.total / PAGE)}
                to={(at) => {
                  const next = new URLSearchParams(words);
                  next.set("page", String(at));
                  return `/people?${next}`;
                }}
              />
            </>
          )
        }
      </Loaded>
      {adding && can?.add && (
        <AddPerson
          territoryId={territoryId}
          grants={can}
          organisationId={organisationId || null}
          onClose={() => opened(false)}
          onDone={(personId, link) => {
            if (link) {
              opened(false);
              setMade({ personId, link });
            } else void navigate(`/people/${personId}?territory=${territoryId}`);
          }}
        />
      )}
      <MadeLinkDialog
        link={made?.link ?? null}
        onClose={() => void navigate(`/people/${made!.personId}?territory=${territoryId}`)}
      />
    </div>
  );
}

function PeopleTable({ items, territoryId }: { readonly items: readonly PersonRow[]; readonly territoryId: string }) {
  const managed = items.some((person) => person.account !== null);
  return (
    <DataTable label="Люди" className="stack">
      <thead>
        <tr>
          <th>Имя</th>
          <th>Должность</th>
          <th>Роль</th>
          {managed && <th>Доступ</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((person) => {
          const positions = currentOf(person.positions);
          const roles = currentOf(person.roles);
          return (
            <tr key={person.id} className="hover">
              <td className="wide">
                <Link to={`/people/${person.id}?territory=${territoryId}`}>{person.fullName}</Link>
              </td>
              <td className="wide m">
                {positions.map((one) => (
                  <span key={one.id} style={{ display: "block" }}>
                    {one.position}
                    <span className="second">{one.organisationName}</span>
                  </span>
                ))}
              </td>
              <td className="wide m" data-label={roles.length > 0 ? "роль" : undefined}>
                {[...new Set(roles.map((one) => one.roleName))].join(", ")}
              </td>
              {managed && (
                <td>
                  <AccountState state={person.account} invitation={person.invitation} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
