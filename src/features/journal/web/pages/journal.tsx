import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { parseLocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import type { JournalPage } from "../../model/contract.ts";
import { ACTION_GROUPS } from "../../model/action-groups.ts";
import { SUBJECT_KINDS, SUBJECT_WORDS } from "../../model/subject-words.ts";
import { Entries } from "../parts/entries.tsx";
import "./journal.css";

const ANY = { value: "", label: "все" };
const KINDS = [ANY, ...SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_WORDS[kind] }))];
const ACTIONS = [{ value: "", label: "все, кроме входов и выходов" }, ...ACTION_GROUPS];
const NAMES = ["person", "action", "kind", "from", "to", "q"] as const;

/** Everything that was done in the territory: who, when, what was and what came of it. */
export default function JournalPageView() {
  const { territoryId, territoryName } = useMe().current;
  const [params] = useSearchParams();
  const page = params.get("page") ?? "1";
  const filter = Object.fromEntries([
    ["territoryId", territoryId],
    ...NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])),
  ]) as Record<string, string>;
  const query = { ...filter, page };
  const journal = useQuery({
    queryKey: ["journal", query],
    queryFn: ({ signal }) => request<JournalPage>("/api/journal", { query, signal }),
    placeholderData: (before) => before,
  });
  const people = (journal.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="journal">
      <PageHeader
        title="Журнал"
        lead={`${territoryName}: кто, когда и что изменил. Записи нельзя ни исправить, ни убрать.`}
      />
      <Filters>
        <SearchField label="Найти в изменениях" />
        <FilterWord name="person" label="Кто" options={[ANY, ...people]} />
        <FilterWord name="action" label="Что сделано" options={ACTIONS} />
        <FilterWord name="kind" label="С чем" options={KINDS} />
        <Slot name="views" facts={{ list: "journal" }} />
        <span className="r">
          <a className="btn g s" href={addressOf("/api/journal.xlsx", filter)} download>
            <Icon name="download" size={18} />
            Excel
          </a>
        </span>
      </Filters>
      <Days />
      <Loaded query={journal} title="Журнал не открылся">
        {({ items, total, more, pageSize }) =>
          items.length === 0 ? (
            <NoEntries narrowed={total > 0 || NAMES.some((name) => filter[name])} />
          ) : (
            <>
              <p className="q" aria-live="polite">
                {more ? "Больше " : ""}
                {counted(total, ["запись", "записи", "записей"])}
              </p>
              <Entries items={items} subjects />
              <Pagination
                page={Number(page)}
                pages={Math.ceil(total / pageSize)}
                to={(next) => addressOf("/journal", { ...Object.fromEntries(params), page: String(next) })}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function NoEntries({ narrowed }: { readonly narrowed: boolean }) {
  if (!narrowed) return <EmptyState title="Записей пока нет">Они появятся с первым изменением.</EmptyState>;
  return (
    <EmptyState title="Таких записей нет" action={<Link to="/journal">Показать все</Link>}>
      Измените слова поиска, дни или отбор.
    </EmptyState>
  );
}

function Days() {
  const [from, setFrom] = useAddressValue("from");
  const [to, setTo] = useAddressValue("to");
  return (
    <div className="days">
      <DateField
        label="С какого дня"
        optional
        value={parseLocalDate(from) ?? null}
        onChange={(day) => setFrom(day ?? "")}
      />
      <DateField
        label="По какой день"
        optional
        value={parseLocalDate(to) ?? null}
        onChange={(day) => setTo(day ?? "")}
      />
    </div>
  );
}
