import { useQuery } from "@tanstack/react-query";
import { localDate } from "#shared/local-date.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import type { SlotFacts } from "#web/slot.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { rowsLink } from "../../model/rows-link.ts";
import type { Standing } from "../../model/standing.ts";
import { RowsLink } from "./rows-link.tsx";
import { StandingTable } from "./standing-table.tsx";

/** On the page of an organisation: how it goes in each programme. Nothing for who may not see it. */
export function OrganisationReports({ territoryId = "", organisationId = "" }: SlotFacts) {
  const standing = useQuery({
    queryKey: ["progress", "standing", territoryId, organisationId],
    queryFn: ({ signal }) =>
      request<Standing>("/api/progress/standing", { query: { territoryId, organisationId }, signal }),
  });
  if (standing.error instanceof ApiProblem && standing.error.status === 404) return null;
  const scope = { territoryId, organisationId };
  return (
    <section>
      <Loaded query={standing} title="Отчёты не открылись">
        {(data) => (
          <>
            <SectionTitle
              action={
                data.items.length > 0 && (
                  <RowsLink to={rowsLink(scope, "due", localDate(data.today))}>Сроки и отчёты</RowsLink>
                )
              }
            >
              Отчёты
            </SectionTitle>
            {data.items.length === 0 ? (
              <p className="m">Сроков по программам нет.</p>
            ) : (
              <StandingTable standing={data} scope={scope} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
