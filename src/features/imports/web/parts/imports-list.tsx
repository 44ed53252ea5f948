import { dateInWords } from "#domain/russian/dates.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import type { ImportItem } from "../../model/view.ts";
import { importPage, programmePage, useImports } from "../api.ts";
import { RemoveFailed } from "./remove-failed.tsx";

const STATUS = {
  reading: { state: "soon", word: "Читается" },
  review: { state: "soon", word: "На проверке у вас" },
  approved: { state: "accepted", word: "Создана программа" },
  failed: { state: "late", word: "Не прочитан" },
  cancelled: { state: "notApplicable", word: "Убран" },
} as const;

interface ImportsListProps {
  readonly territoryId: string;
  readonly organisationId: string | null;
}

/** The documents taken in before: where each has come, or why it was not read. */
export function ImportsList({ territoryId, organisationId }: ImportsListProps) {
  const [q] = useAddressValue("q");
  const [page] = useAddressValue("page", "1");
  const imports = useImports(territoryId, organisationId, q, Number(page) || 1);
  return (
    <section className="sec imports-list">
      <SectionTitle {...(imports.data && imports.data.total > 0 && { count: imports.data.total })}>
        Загруженные раньше
      </SectionTitle>
      {(q !== "" || (imports.data?.total ?? 0) > 0) && (
        <div className="tools">
          <SearchField label="Найти документ" />
        </div>
      )}
      <Loaded query={imports} title="Список не открылся">
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState title={q === "" ? "Документов пока нет" : "Такого документа нет"}>
              {q === "" ? "Здесь появятся все загруженные файлы и то, что из них вышло." : "Поправьте слова поиска."}
            </EmptyState>
          ) : (
            <>
              <Rows>
                {items.map((item) => (
                  <ImportRow key={item.id} item={item} territoryId={territoryId} />
                ))}
              </Rows>
              <Pagination
                page={Number(page) || 1}
                pages={Math.ceil(total / 50)}
                to={(next) => `?${new URLSearchParams({ ...(q !== "" && { q }), page: String(next) })}`}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function ImportRow({ item, territoryId }: { readonly item: ImportItem; readonly territoryId: string }) {
  const { state } = STATUS[item.status];
  const to = item.programme ? programmePage(territoryId, item.programme.id) : importPage(territoryId, item.id);
  return (
    <Row
      what={item.name}
      to={to}
      meta={item.problem ?? item.programme?.title ?? item.createdBy}
      {...((item.problem || item.programme) && { extra: item.createdBy })}
      due={dateInWords(item.createdOn)}
      relative={<StateMark state={state}>{statusWord(item)}</StateMark>}
      {...(item.status === "failed" && { action: <RemoveFailed item={item} territoryId={territoryId} /> })}
    />
  );
}

function statusWord({ status, isMine, amends }: ImportItem): string {
  if (status === "review" && !isMine) return "На проверке";
  return status === "approved" && amends ? "Внесены изменения" : STATUS[status].word;
}
