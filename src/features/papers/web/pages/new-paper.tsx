import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { PaperList, PaperPage } from "../../model/contract.ts";
import { emptyDraft, PaperEditor, sentForm } from "../parts/paper-editor.tsx";

/** Registers a paper. */
export default function NewPaperPage() {
  const { territoryId, organisationId } = useMe().current;
  const navigate = useNavigate();
  const list = useQuery({
    queryKey: ["papers", "issuers", territoryId],
    queryFn: ({ signal }) => request<PaperList>("/api/papers", { query: { territoryId }, signal }),
  });
  const write = useWrite((body: object, key) => request<PaperPage>("/api/papers", { method: "POST", body, key }), {
    refresh: [["papers"]],
    onDone: (paper) => {
      showNotice("Документ зарегистрирован");
      void navigate(`/papers/${paper.territoryId}/${paper.id}`);
    },
  });
  return (
    <>
      <PageHeader title="Новый документ" back={{ to: "/papers", label: "Документы" }} />
      <Loaded query={list} title="Форма не открылась">
        {({ issuers }) => (
          <PaperEditor
            territoryId={territoryId}
            initial={{ ...emptyDraft, issuer: issuers.some(({ id }) => id === organisationId) ? organisationId : null }}
            issuers={issuers}
            problem={write.error}
            busy={write.isPending}
            action="Зарегистрировать"
            onSend={(draft) => write.mutate({ territoryId, ...sentForm(draft) })}
            cancel="/papers"
          />
        )}
      </Loaded>
    </>
  );
}
