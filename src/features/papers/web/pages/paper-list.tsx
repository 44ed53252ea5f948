import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import type { PaperList } from "../../model/contract.ts";
import { PAPER_KIND_NAME, PAPER_KINDS } from "../../model/words.ts";

const PAGE = 50;
const KIND_OPTIONS = [
  { value: "all", label: "любой" },
  ...PAPER_KINDS.map((kind) => ({ value: kind, label: PAPER_KIND_NAME[kind] })),
];

/** Papers registered once and cited everywhere. */
export default function PaperListPage() {
  const { territoryId, territoryKind } = useMe().current;
  const [params] = useSearchParams();
  const [q] = useAddressValue("q");
  const [kind] = useAddressValue("kind", "all");
  const [page] = useAddressValue("page", "1");
  const { whole, print } = usePrintWhole();
  const filter = { territoryId, q, kind };
  const query = { ...filter, ...(whole ? { view: "whole" } : { page }) };
  const papers = useQuery({
    queryKey: ["papers", "list", query],
    queryFn: ({ signal }) => request<PaperList>("/api/papers", { query, signal }),
    placeholderData: (before) => before,
  });
  usePrintWhen(whole && papers.isSuccess && !papers.isPlaceholderData);
  const mayRegister = (papers.data?.issuers.length ?? 0) > 0;
  return (
    <>
      <PageHeader
        title="Документы"
        lead="Приказ, протокол или соглашение регистрируют один раз, а ссылаются на него из любых мероприятий и отчётов."
        actions={
          mayRegister ? (
            <ButtonLink to="/papers/new" icon="plus">
              Зарегистрировать документ
            </ButtonLink>
          ) : undefined
        }
      />
      <Filters>
        <SearchField label="Найти по номеру или словам" />
        <FilterWord name="kind" label="Вид" options={KIND_OPTIONS} />
        <Slot name="views" facts={{ list: "papers" }} />
        <ListOutput excel={addressOf("/api/papers.xlsx", filter)} onPrint={print} busy={whole && papers.isFetching} />
      </Filters>
      <Loaded query={papers} title="Список документов не открылся">
        {({ items, total }) =>
          items.length === 0 ? (
            <NoPapers narrowed={q !== "" || kind !== "all"} mayRegister={mayRegister} />
          ) : (
            <>
              <Rows label="Документы">
                {items.map((paper) => (
                  <Row
                    key={paper.id}
                    what={paper.name}
                    to={`/papers/${paper.territoryId}/${paper.id}`}
                    meta={paper.title}
                    extra={
                      [territoryKind === "region" ? paper.territoryName : null, paper.issuerName]
                        .filter(Boolean)
                        .join(", ") || undefined
                    }
                    due={
                      <span className="q">
                        {paper.citations > 0 ? counted(paper.citations, ["ссылка", "ссылки", "ссылок"]) : "ссылок нет"}
                      </span>
                    }
                    action={
                      paper.file && (
                        <a className="sm" href={`/api/files/${paper.territoryId}/${paper.file.id}`}>
                          Открыть файл
                        </a>
                      )
                    }
                  />
                ))}
              </Rows>
              <Pagination
                page={Number(page)}
                pages={whole ? 1 : Math.ceil(total / PAGE)}
                to={(next) => addressOf("/papers", { ...Object.fromEntries(params), page: next })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function NoPapers({ narrowed, mayRegister }: { readonly narrowed: boolean; readonly mayRegister: boolean }) {
  if (narrowed)
    return (
      <EmptyState title="Таких документов нет" action={<Link to="/papers">Показать все</Link>}>
        Измените слова поиска или вид документа.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Документов пока нет"
      action={mayRegister ? <Link to="/papers/new">Зарегистрировать первый</Link> : undefined}
    >
      Первым обычно становится приказ об утверждении программы.
    </EmptyState>
  );
}
