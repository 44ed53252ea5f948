import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { ACTUAL_VALUES } from "#domain/formulas/actual-values.ts";
import { MEASURES_FULFILLED } from "#domain/formulas/measures-fulfilled.ts";
import { HowCounted } from "./how-counted.tsx";
import type { ProgrammeProgress } from "../../model/contract.ts";
import { askedPeriod, PERIOD_KIND_NAME, periodChoices, type PeriodKind } from "../../model/period.ts";
import { askAgain } from "../../model/planning.ts";
import { GoingBar, GoingCells } from "./going.tsx";
import { periodScope } from "./figure-link.tsx";
import { useNarrowing } from "./narrowed-map.tsx";
import { BothDates, lacksDates, OwnDates } from "./own-dates.tsx";

const KINDS = ["all", "year", "schoolYear", "quarter", "schoolTerm", "month", "span"] as const satisfies PeriodKind[];

export interface SectionProgressProps {
  readonly territoryId: string;
  readonly programmeId: string;
}

/** Sections of the roadmap in a period one chooses: the whole programme, a month, a quarter, a school term, a year, own dates. */
export function SectionProgress({ territoryId, programmeId }: SectionProgressProps) {
  const [kindText] = useAddressValue("kind", KINDS[0]);
  const [key] = useAddressValue("period");
  const { kind, period } = askedPeriod(KINDS, kindText, key);
  const waits = lacksDates(kind, key);
  const progress = useQuery({
    queryKey: ["progress", "programme", programmeId, kind, period],
    queryFn: ({ signal }) =>
      request<ProgrammeProgress>(`/api/progress/programmes/${territoryId}/${programmeId}`, {
        query: { kind, period },
        signal,
      }),
    enabled: !waits,
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  return (
    <section className="sec">
      <h2>По разделам</h2>
      <Filters>
        <FilterWord
          name="kind"
          label="Период"
          options={KINDS.map((each) => ({ value: each, label: PERIOD_KIND_NAME[each] }))}
        />
        {progress.data?.period && kind !== "span" && (
          <FilterWord
            name="period"
            label="За"
            options={periodChoices(progress.data.periods, progress.data.period)}
            standing={progress.data.period.key}
          />
        )}
      </Filters>
      {kind === "span" && <OwnDates value={key} />}
      {waits ? (
        <BothDates value={key} />
      ) : (
        <Loaded query={progress} title="Разделы не открылись">
          {(data) => <Sections progress={data} territoryId={territoryId} />}
        </Loaded>
      )}
      <HowCounted editions={[MEASURES_FULFILLED, ACTUAL_VALUES]} />
    </section>
  );
}

function Sections({ progress, territoryId }: { readonly progress: ProgrammeProgress; readonly territoryId: string }) {
  const { today, roadmaps, id: programmeId } = progress;
  const period = periodScope(progress.period);
  const withTotal = !progress.isWhole;
  const address = useNarrowing();
  return (
    <DataTable label="По разделам" className="stack sections-going">
      <thead>
        <tr>
          <th>Раздел</th>
          <th>Ход</th>
          <th className="n">Факт</th>
          <th className="n">План</th>
          <th className="n">Отчётов</th>
          <th className="n">Просрочено</th>
        </tr>
      </thead>
      <tbody>
        {roadmaps.flatMap((roadmap) => [
          ...(roadmaps.length > 1
            ? [
                <tr key={roadmap.id} className="whole">
                  <td className="wide">{typeset(roadmap.title)}</td>
                  <td className="pb">
                    <GoingBar figure={roadmap.figure} />
                  </td>
                  <GoingCells
                    figure={roadmap.figure}
                    scope={{ territoryId, roadmapId: roadmap.id, ...period }}
                    today={today}
                  />
                </tr>,
              ]
            : []),
          ...roadmap.sections.map((section) => (
            <tr key={section.id}>
              <td className="wide" style={{ paddingLeft: section.depth * 20 }}>
                <Link className="sn-link" to={address({ sectionId: section.id })}>
                  {section.number && <span className="sn">{section.number} </span>}
                  {typeset(section.title)}
                </Link>
              </td>
              <td className="pb">
                <GoingBar figure={section.figure} />
              </td>
              <GoingCells
                figure={section.figure}
                scope={{ territoryId, sectionId: section.id, ...period }}
                today={today}
              />
            </tr>
          )),
        ])}
        <tr className="whole">
          <td className="wide">{withTotal ? "Ваше по программе" : "Вся программа"}</td>
          <td className="pb">
            <GoingBar figure={progress.seen} />
          </td>
          <GoingCells figure={progress.seen} scope={{ territoryId, programmeId, ...period }} today={today} />
        </tr>
        {withTotal && (
          <tr>
            <td className="wide">Вся программа, все исполнители</td>
            <td className="pb">
              <GoingBar figure={progress.total} />
            </td>
            <GoingCells
              figure={progress.total}
              scope={{ territoryId, programmeId, ...period }}
              today={today}
              opens={false}
            />
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}
