import { useQuery } from "@tanstack/react-query";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Figure } from "../../model/figure.ts";
import { rowsLink, searchOf } from "../../model/rows-link.ts";
import type { Standing } from "../../model/standing.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { localDate } from "#shared/local-date.ts";
import { RowsLink } from "../parts/rows-link.tsx";
import { StandingTable } from "../parts/standing-table.tsx";

/** The organisation's own figures by programme: done, late, coming; each opens into its rows. */
export default function OwnStandingPage() {
  const { territoryId, organisationId } = useMe().current;
  const standing = useQuery({
    queryKey: ["progress", "standing", territoryId, organisationId],
    queryFn: ({ signal }) =>
      request<Standing>("/api/progress/standing", { query: { territoryId, organisationId }, signal }),
  });
  const scope = { territoryId, ...(organisationId && { organisationId }) };
  return (
    <Loaded query={standing} title="Сводка не открылась">
      {(data) =>
        data.items.length === 0 ? (
          <EmptyState title="Программ с вашими сроками пока нет">
            {typeset("Когда утвердят программу, в которой вы участвуете, здесь будет видно, что сдано и что впереди.")}
          </EmptyState>
        ) : (
          <>
            <p className="standing-lead">{typeset(leadOf(data.total))}</p>
            <Filters>
              <RowsLink to={rowsLink(scope, "due", localDate(data.today))}>Все сроки списком</RowsLink>
              <span className="r">
                <ExcelLink to={`/api/progress/rows.xlsx?${searchOf(scope)}`} />
                <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
                  Печать
                </Button>
              </span>
            </Filters>
            <StandingTable standing={data} scope={scope} />
          </>
        )
      }
    </Loaded>
  );
}

/** «Принято 12 отчётов из 30, 2 просрочены, 4 на проверке.» */
function leadOf({ accepted, due, late, submitted, returned }: Figure): string {
  const parts = [
    `Принято ${accepted} из ${counted(due, ["отчёта", "отчётов", "отчётов"])}`,
    ...(late > 0 ? [`просрочено ${late}`] : []),
    ...(submitted > 0 ? [`на проверке ${submitted}`] : []),
    ...(returned > 0 ? [`вернули ${returned}`] : []),
  ];
  return `${parts.join(", ")}.`;
}
