import { useNavigate } from "react-router";
import { useMe } from "#web/api/me.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { importPage } from "../api.ts";
import { ImportsList } from "../parts/imports-list.tsx";
import { StartForm } from "../parts/start-form.tsx";

const OWN_PROGRAMMES: readonly string[] = ["school_head", "deputy"];

/** Where a document comes in: a file or a pasted table, and the documents taken in before. */
export default function ImportStart() {
  const navigate = useNavigate();
  const { current } = useMe();
  const organisationId = OWN_PROGRAMMES.includes(current.role) ? current.organisationId : null;
  const { territoryId } = current;
  return (
    <>
      <PageHeader
        title="Загрузить документ"
        howTo="import"
        back={{ to: "/programmes", label: "Программы" }}
        lead="Дорожная карта из Word или Excel станет программой."
      />
      <StartForm
        territoryId={territoryId}
        organisationId={organisationId}
        onStarted={(id) => void navigate(importPage(territoryId, id))}
      />
      <ImportsList territoryId={territoryId} organisationId={organisationId} />
    </>
  );
}
