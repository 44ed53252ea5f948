import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { LocalDate } from "#shared/local-date.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { ShownFile } from "#web/ui/shown-file.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Slot } from "#web/slot.tsx";
import type { Citation, PaperPage } from "../../model/contract.ts";
import { PaperEditor, sentForm, type PaperDraft } from "../parts/paper-editor.tsx";

const CITED_AS: Readonly<Record<Citation["kind"], string>> = {
  programme: "утверждает программу",
  measure: "мероприятие",
  report: "отчёты",
  designation: "статус организации",
  role: "назначение",
};

/** One paper: what it is, its file, and all that cites it. */
export default function PaperPageView() {
  const { territoryId = "", paperId = "" } = useParams();
  const [editing, setEditing] = useState(false);
  const paper = useQuery({
    queryKey: ["papers", paperId],
    queryFn: ({ signal }) => request<PaperPage>(`/api/papers/${territoryId}/${paperId}`, { signal }),
  });
  return (
    <Loaded query={paper} title="Документ не открылся" skeleton={<PageSkeleton />}>
      {(page) =>
        editing ? (
          <Edit page={page} onClose={() => setEditing(false)} />
        ) : (
          <View page={page} onEdit={() => setEditing(true)} />
        )
      }
    </Loaded>
  );
}

function View({ page, onEdit }: { readonly page: PaperPage; readonly onEdit: () => void }) {
  return (
    <>
      <PageHeader
        title={page.name}
        crumb={{ to: "/papers", label: "Документы" }}
        kicker={page.issuerName}
        lead={page.title}
        actions={
          <>
            {page.can.edit && (
              <Button icon="edit" onClick={onEdit}>
                Править
              </Button>
            )}
            <Slot name="history" facts={{ kind: "paper", territoryId: page.territoryId, id: page.id }} />
          </>
        }
      />
      <div className="prose" style={{ marginTop: 16 }}>
        {page.file ? (
          <ShownFile territoryId={page.territoryId} file={page.file} />
        ) : (
          <span className="q">Файл не приложен.</span>
        )}
      </div>
      <section className="sec">
        <SectionTitle>На него ссылаются</SectionTitle>
        {page.citations.length === 0 ? (
          <EmptyState title="Ссылок пока нет">
            {typeset("Документ выбирают в форме мероприятия, при утверждении программы и в отчёте.")}
          </EmptyState>
        ) : (
          <Rows label="Ссылки на документ">
            {page.citations.map((citation, at) => (
              <Row
                // oxlint-disable-next-line react/no-array-index-key -- a citation has no identity of its own
                key={at}
                what={citation.kind === "report" ? reportsInWords(Number(citation.text)) : citation.text}
                to={citation.link ?? undefined}
                meta={[CITED_AS[citation.kind], citation.programme].filter(Boolean).join(": ")}
              />
            ))}
          </Rows>
        )}
      </section>
    </>
  );
}

function Edit({ page, onClose }: { readonly page: PaperPage; readonly onClose: () => void }) {
  const [version, setVersion] = useState(page.version);
  const write = useWrite(
    (body: object, key) =>
      request<PaperPage>(`/api/papers/${page.territoryId}/${page.id}`, { method: "PATCH", body, key }),
    {
      refresh: [["papers"], ["programmes"]],
      onDone: () => {
        showNotice("Документ исправлен");
        onClose();
      },
    },
  );
  const stale =
    write.error instanceof ApiProblem && write.error.code === "stale-write"
      ? (write.error.extra as { readonly current: PaperPage }).current
      : undefined;
  const initial: PaperDraft = {
    kind: page.kind,
    number: page.number,
    datedOn: page.datedOn as LocalDate | null,
    title: page.title,
    issuer: page.issuerOrganisationId,
    files: page.file ? [page.file] : [],
  };
  return (
    <>
      <PageHeader title={`Правка: ${page.name}`} back={{ to: "/papers", label: "Документы" }} />
      {stale && (
        <p className="remark">
          {typeset(`Пока вы правили, документ изменили: сейчас «${stale.name}», ${stale.title}.`)}{" "}
          <Link to={`/papers/${page.territoryId}/${page.id}`} onClick={onClose}>
            Оставить так
          </Link>{" "}
          или{" "}
          <button type="button" className="link-button" onClick={() => setVersion(stale.version)}>
            сохранить ваш вариант поверх
          </button>
          .
        </p>
      )}
      <PaperEditor
        territoryId={page.territoryId}
        initial={initial}
        issuers={page.issuers}
        problem={stale ? undefined : write.error}
        busy={write.isPending}
        action="Сохранить"
        onSend={(draft) => write.mutate({ version, ...sentForm(draft) })}
        cancel={onClose}
      />
    </>
  );
}
