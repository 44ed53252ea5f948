import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { ProgrammePage } from "#features/programmes/model/seen.ts";
import { request } from "#web/api/request.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { importPage, programmePage } from "../api.ts";
import { StartForm } from "../parts/start-form.tsx";

/** Where a new redaction of a programme comes in: as a document, or by hand row by row. */
export default function AmendStart() {
  const { territoryId = "", programmeId = "" } = useParams();
  const navigate = useNavigate();
  const programme = useQuery({
    queryKey: ["programmes", programmeId, "page"],
    queryFn: ({ signal }) => request<ProgrammePage>(`/api/programmes/${territoryId}/${programmeId}`, { signal }),
  });
  const page = programmePage(territoryId, programmeId);
  return (
    <Loaded query={programme} title="Программа не открылась" skeleton={<PageSkeleton />}>
      {({ title, owner }) => (
        <>
          <PageHeader
            title="Внести изменения"
            back={{ to: page, label: title }}
            lead="Загрузите дорожную карту в новой редакции. Ориентир покажет отличия строка за строкой, отчёты останутся у своих мероприятий."
          />
          <StartForm
            territoryId={territoryId}
            organisationId={owner?.id ?? null}
            amends={programmeId}
            onStarted={(id) => void navigate(importPage(territoryId, id))}
          />
          <p className="m amend-by-hand">
            Меняется одна-две строки? Поправьте их <Link to={`${page}/measures`}>в мероприятиях</Link>, а приказ укажите
            на вкладке <Link to={`${page}/redactions`}>«Редакции»</Link>.
          </p>
        </>
      )}
    </Loaded>
  );
}
