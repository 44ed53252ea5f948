import { useQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "react-router";
import { uncapitalised } from "#domain/russian/letter-case.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { redactionName } from "../../model/redaction-words.ts";
import { DifferenceView } from "../parts/difference-view.tsx";
import { useProgrammePlace } from "../place.ts";
import { differenceQuery } from "../redaction-queries.ts";

/** What differs between two redactions: what the later changed in the earlier. */
export default function RedactionDifferencePage() {
  const place = useProgrammePlace();
  const { redactionId = "" } = useParams();
  const [params] = useSearchParams();
  const compared = useQuery(differenceQuery(place, redactionId, params.get("with") ?? ""));
  return (
    <Loaded query={compared} title="Сравнение не открылось" skeleton={<PageSkeleton />}>
      {({ before, after, difference }) => (
        <>
          <PageHeader
            size="programme"
            title={`Что изменилось: ${uncapitalised(redactionName(after))}`}
            back={{ to: `${place.page}/redactions`, label: "Редакции" }}
            lead={`Сравнивается с прежней: ${uncapitalised(redactionName(before))}${before.paper ? `, ${uncapitalised(before.paper.name)}` : ""}.`}
          />
          <DifferenceView difference={difference} />
        </>
      )}
    </Loaded>
  );
}
