import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { plural } from "#domain/russian/plural.ts";
import { request } from "#web/api/request.ts";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { MeasureProgress } from "../../model/contract.ts";
import { factPercent } from "../../model/percent.ts";
import { askAgain, planningInWords } from "../../model/planning.ts";
import { searchOf } from "../../model/rows-link.ts";
import { FigureLink } from "../parts/figure-link.tsx";
import { MeasureMatrix } from "../parts/measure-matrix.tsx";
import { PlanAndFact } from "../parts/plan-and-fact.tsx";
import "../parts/heat-map.css";

/** Under a measure's own words: who has done which of its occurrences, and what came of the plan. */
export default function MeasureProgressPart() {
  const { territoryId = "", measureId = "" } = useParams();
  const progress = useQuery({
    queryKey: ["progress", "measure", measureId],
    queryFn: ({ signal }) => request<MeasureProgress>(`/api/progress/measures/${territoryId}/${measureId}`, { signal }),
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  return (
    <Loaded query={progress} title="Исполнение не открылось">
      {(data) => <Progress data={data} />}
    </Loaded>
  );
}

function Progress({ data }: { readonly data: MeasureProgress }) {
  const { territoryId, measureId, figure, today } = data;
  const scope = { territoryId, measureId };
  const percent = factPercent(figure);
  return (
    <>
      {data.values.length > 0 && <PlanAndFact data={data} />}
      <section className="sec progress-page">
        <SectionTitle
          count={
            percent === null ? undefined : (
              <>
                принято{" "}
                <FigureLink scope={scope} part="accepted" today={today}>
                  {figure.accepted}
                </FigureLink>
                {figure.planned < figure.due && (
                  <>
                    , срок наступил{" "}
                    {figure.planned > 0 ? (
                      <>
                        у{" "}
                        <FigureLink scope={scope} part="planned" today={today}>
                          {figure.planned}
                        </FigureLink>
                      </>
                    ) : (
                      "пока ни у одного"
                    )}
                  </>
                )}
                , всего{" "}
                <FigureLink scope={scope} part="due" today={today}>
                  {figure.due}
                </FigureLink>{" "}
                {plural(figure.due, ["отчёт", "отчёта", "отчётов"])}
              </>
            )
          }
          action={
            data.bearers.length > 0 && (
              <ListOutput
                excel={`/api/progress/rows.xlsx?${searchOf(scope)}`}
                onPrint={() => window.print()}
                busy={false}
              />
            )
          }
        >
          Исполнение
        </SectionTitle>
        {data.bearers.length === 0 && data.planning !== "none" ? (
          <output className="q">{typeset(planningInWords(data.planning))}</output>
        ) : data.bearers.length === 0 ? (
          <p className="q">
            {typeset(
              data.isWhole
                ? "Сроков пока нет: они появляются, когда программа утверждена, а срок и исполнители понятны."
                : "У вас по этому мероприятию сроков нет.",
            )}
          </p>
        ) : (
          <MeasureMatrix data={data} />
        )}
      </section>
    </>
  );
}
