import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ProgrammeList, ProgrammeRow } from "../../model/seen.ts";
import { ownerInWords, STATUS_NAME, STATUSES } from "../../model/words.ts";
import { periodInWords } from "../parts/period.ts";
import "./programme-list.css";

const PAGE = 50;
const STATUS_OPTIONS = [
  { value: "all", label: "любое" },
  ...STATUSES.map((status) => ({ value: status, label: STATUS_NAME[status] })),
];
const ownersOf = (organisationId: string | null) => [
  { value: "all", label: "все" },
  { value: "territory", label: "муниципальные" },
  { value: "organisation", label: organisationId ? "нашей организации" : "организаций" },
];

/** Programmes that the reader sees: of the municipality and of its organisations; to a region, of all its municipalities. */
export default function ProgrammeListPage() {
  const { current } = useMe();
  const [params] = useSearchParams();
  const [q] = useAddressValue("q");
  const [status] = useAddressValue("status", "all");
  const [owner] = useAddressValue("owner", "all");
  const [page] = useAddressValue("page", "1");
  const { territoryId, organisationId } = current;
  const ofRegion = current.territoryKind === "region";
  const { whole, print } = usePrintWhole();
  const filter = { territoryId, organisationId, q, status, owner };
  const query = { ...filter, ...(whole ? { view: "whole" } : { page }) };
  const programmes = useQuery({
    queryKey: ["programmes", "list", query],
    queryFn: ({ signal }) => request<ProgrammeList>("/api/programmes", { query, signal }),
    placeholderData: (before) => before,
  });
  usePrintWhen(whole && programmes.isSuccess && !programmes.isPlaceholderData);
  const narrowed = q !== "" || status !== "all" || owner !== "all";
  return (
    <>
      <PageHeader
        title="Программы"
        actions={
          programmes.data?.can.create ? (
            <>
              <ButtonLink
                to="/imports"
                icon="upload"
                kind={programmes.data.total === 0 && !narrowed ? "primary" : "default"}
              >
                Загрузить документ
              </ButtonLink>
              <ButtonLink to="/templates">Взять шаблон</ButtonLink>
              <ButtonLink to="/programmes/new" icon="plus">
                Создать программу
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Filters>
        <SearchField label="Найти программу" />
        <FilterWord name="status" label="Состояние" options={STATUS_OPTIONS} />
        <FilterWord name="owner" label="Чьи" options={ownersOf(organisationId)} />
        <Slot name="views" facts={{ list: "programmes" }} />
        <ListOutput
          excel={addressOf("/api/programmes.xlsx", filter)}
          onPrint={print}
          busy={whole && programmes.isFetching}
        />
      </Filters>
      <Loaded query={programmes} title="Список программ не открылся">
        {(list) =>
          list.items.length === 0 ? (
            <NoProgrammes narrowed={narrowed} create={list.can.create} ofRegion={ofRegion} />
          ) : (
            <>
              <Programmes items={list.items} ofRegion={ofRegion} />
              <Pagination
                page={Number(page)}
                pages={whole ? 1 : Math.ceil(list.total / PAGE)}
                to={(next) => addressOf("/programmes", { ...Object.fromEntries(params), page: next })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Programmes({ items, ofRegion }: { readonly items: readonly ProgrammeRow[]; readonly ofRegion: boolean }) {
  const withOwners = items.some((row) => row.owner);
  return (
    <DataTable label="Программы" className="stack programmes">
      <thead>
        <tr>
          <th>Программа</th>
          {ofRegion && <th>Муниципалитет</th>}
          {withOwners && <th>Чья</th>}
          <th>Период</th>
          <th>Ответственный</th>
          <th>Состояние</th>
          <th className="n">Мероприятий</th>
          <Slot name="programme-figure-heads" facts={{ territoryId: items[0]?.territoryId ?? "" }} />
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id} className="hover">
            <td className="wide">
              <Link className="nm" to={`/programmes/${row.territoryId}/${row.id}/measures`}>
                {typeset(isCut(row) ? row.title : row.shortTitle)}
              </Link>
              {row.shortTitle !== row.title && !isCut(row) && <div className="meta">{typeset(row.title)}</div>}
            </td>
            {ofRegion && <td className="m">{typeset(row.territoryName)}</td>}
            {withOwners && <td className="m">{typeset(ownerInWords(row))}</td>}
            <td className="nw">{periodInWords(row)}</td>
            <td className="nw">{row.officer?.name ?? <span className="q">не назначен</span>}</td>
            <td className="nw m">{STATUS_NAME[row.status]}</td>
            <td className="n">
              <span className="only-desktop">{row.measures || <span className="q">–</span>}</span>
              <span className="only-phone q">
                {row.measures
                  ? counted(row.measures, ["мероприятие", "мероприятия", "мероприятий"])
                  : "пока без мероприятий"}
              </span>
            </td>
            <Slot name="programme-figure-cells" facts={{ territoryId: row.territoryId, programmeId: row.id }} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** A short title that is only a cut of the full one («Поддержка школ с низкими…») says less than the full one. */
function isCut({ title, shortTitle }: ProgrammeRow): boolean {
  return shortTitle.endsWith("…") && title.startsWith(shortTitle.slice(0, -1).trimEnd());
}

function NoProgrammes(props: { readonly narrowed: boolean; readonly create: boolean; readonly ofRegion: boolean }) {
  const { narrowed, create, ofRegion } = props;
  if (narrowed)
    return (
      <EmptyState title="Таких программ нет" action={<Link to="/programmes">Показать все</Link>}>
        Измените слова поиска или отборы.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Программ пока нет"
      action={create ? <Link to="/imports">Загрузить дорожную карту</Link> : undefined}
    >
      {create
        ? "Дорожная карта из Word или Excel станет программой. Можно взять готовый шаблон или набрать её вручную: паспорт, разделы, мероприятия."
        : typeset(
            ofRegion
              ? "Когда муниципалитет региона утвердит программу, она появится здесь."
              : "Когда управление образования утвердит программу, она появится здесь.",
          )}
    </EmptyState>
  );
}
