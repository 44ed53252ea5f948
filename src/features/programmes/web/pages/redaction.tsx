import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import type { RedactionPage } from "../../model/redaction-seen.ts";
import { REDACTION_STATE_NAME, redactionName } from "../../model/redaction-words.ts";
import { periodInWords } from "../parts/period.ts";
import { RedactionTables } from "../parts/redaction-tables.tsx";
import { useProgrammePlace } from "../place.ts";
import { redactionQuery } from "../redaction-queries.ts";
import "./programme.css";

/** One redaction as it was printed then: to read, not to edit. */
export default function RedactionPageView() {
  const { redactionId = "" } = useParams();
  const redaction = useQuery(redactionQuery(useProgrammePlace(), redactionId));
  return (
    <Loaded query={redaction} title="Редакция не открылась" skeleton={<PageSkeleton />}>
      {(page) => <Redaction page={page} />}
    </Loaded>
  );
}

function Redaction({ page }: { readonly page: RedactionPage }) {
  const place = useProgrammePlace();
  const navigate = useNavigate();
  const { redaction, document, others } = page;
  return (
    <div className="programme-page redaction-page">
      <PageHeader
        size="programme"
        title={redactionName(redaction)}
        back={{ to: `${place.page}/redactions`, label: "Редакции" }}
        lead={document.title}
      />
      <dl className="facts">
        <div>
          <dt>Основание</dt>
          <dd>{redaction.paper?.name ?? <span className="q">приказ не указан</span>}</dd>
        </div>
        <div>
          <dt>Состояние</dt>
          <dd>{REDACTION_STATE_NAME[redaction.state]}</dd>
        </div>
        <div>
          <dt>Период</dt>
          <dd>{periodInWords(document)}</dd>
        </div>
      </dl>
      {others.length > 0 && (
        <SelectField
          className="no-print compare-with"
          label="Сравнить с другой редакцией"
          value={null}
          onChange={(other) =>
            other && void navigate(`${place.page}/redactions/${redaction.id}/difference?with=${other}`)
          }
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <RedactionTables document={document} years={page.years} />
    </div>
  );
}
