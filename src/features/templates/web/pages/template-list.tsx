import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters } from "#web/ui/filter-word.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import type { TemplateRow } from "../../model/contract.ts";
import { measuresInWords, yearsInWords } from "../parts/words.ts";
import { TEMPLATES, templateListQuery } from "../queries.ts";
import "./template.css";

/** Templates that the reader may take: own ones first, then those that come with the product. */
export default function TemplateListPage() {
  const { territoryId } = useMe().current;
  const [q] = useAddressValue("q");
  const templates = useQuery({ ...templateListQuery(territoryId, q), placeholderData: (before) => before });
  const { close, error } = useClosing(territoryId);
  return (
    <div className="template-list">
      <PageHeader
        title="Шаблоны программ"
        crumb={{ to: "/programmes", label: "Программы" }}
        lead="Готовые дорожные карты: выберите годы и мероприятия, скажите, кто есть кто, и получится черновик программы."
      />
      <Filters>
        <SearchField label="Найти шаблон" />
      </Filters>
      <Refusal error={error} />
      <Loaded query={templates} title="Список шаблонов не открылся">
        {({ items }) => {
          const own = items.filter(({ origin }) => origin !== "library");
          const library = items.filter(({ origin }) => origin === "library");
          if (items.length === 0)
            return (
              <EmptyState title="Таких шаблонов нет" action={<Link to="/templates">Показать все</Link>}>
                Измените слова поиска. Своим шаблоном может стать любая ваша программа: откройте её и выберите «Ещё»,
                затем «Сохранить как шаблон».
              </EmptyState>
            );
          return (
            <>
              {own.length > 0 && <Group title="Ваши шаблоны" rows={own} territoryId={territoryId} onClose={close} />}
              {library.length > 0 && (
                <Group
                  title={own.length > 0 ? "Готовые" : "Готовые шаблоны"}
                  rows={library}
                  territoryId={territoryId}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly TemplateRow[];
  readonly territoryId: string;
  readonly onClose?: (row: TemplateRow) => void;
}

function Group({ title, rows, territoryId, onClose }: GroupProps) {
  return (
    <section className="grp">
      <GroupTitle count={rows.length}>{title}</GroupTitle>
      <Rows label={title}>
        {rows.map((row) => (
          <Row
            key={row.key}
            what={row.title}
            to={`/templates/${territoryId}/${row.key}`}
            meta={row.about || (row.owner === "organisation" ? "Для школы" : "Для муниципалитета")}
            due={yearsInWords(row.years, row.yearKind)}
            relative={<span className="q">{measuresInWords(row.measures)}</span>}
            action={
              onClose &&
              row.can.close && (
                <Button
                  kind="ghost"
                  size="small"
                  aria-label={`Убрать шаблон «${row.title}»`}
                  onClick={() => onClose(row)}
                >
                  Убрать
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}

/** Puts an own template away at once, with a way back. */
function useClosing(territoryId: string) {
  const write = useWrite(
    ({ key, step }: { readonly key: string; readonly step: "close" | "reopen" }, idempotency) =>
      request<unknown>(`/api/templates/${territoryId}/own/${key}/${step}`, {
        method: "POST",
        body: {},
        key: idempotency,
      }),
    { refresh: [TEMPLATES] },
  );
  const close = ({ key }: TemplateRow) =>
    write.mutate(
      { key, step: "close" },
      {
        onSuccess: () =>
          showUndo({
            text: "Шаблон убран",
            state: "accepted",
            onUndo: () => write.mutate({ key, step: "reopen" }),
          }),
      },
    );
  return { close, error: write.error };
}
