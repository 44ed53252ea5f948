import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { localDate } from "#shared/local-date.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { askAgain, planningInWords } from "../../model/planning.ts";
import type { ProgrammeSchedule } from "../../model/schedule.ts";
import { axisOf, yearsOf } from "../../model/schedule-axis.ts";
import { periodOfSchedule } from "../../model/schedule-bars.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { PrintedOn } from "../parts/printed-on.tsx";
import { ScheduleChart } from "../parts/schedule-chart.tsx";
import "./execution.css";

const WHOLE = "";

/** The tab «График»: every measure along the programme's years, or along one of them. */
export default function ScheduleTab() {
  const { territoryId = "", programmeId = "" } = useParams();
  const path = `/api/progress/programmes/${territoryId}/${programmeId}/schedule` as const;
  const schedule = useQuery({
    queryKey: ["progress", "schedule", programmeId],
    queryFn: ({ signal }) => request<ProgrammeSchedule>(path, { signal }),
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  return (
    <div className="execution progress-page">
      <Loaded query={schedule} title="График не открылся">
        {(data) => <Schedule schedule={data} excel={`${path}.xlsx`} scope={{ territoryId, programmeId }} />}
      </Loaded>
    </div>
  );
}

interface ScheduleProps {
  readonly schedule: ProgrammeSchedule;
  readonly excel: string;
  readonly scope: { readonly territoryId: string; readonly programmeId: string };
}

function Schedule({ schedule, excel, scope }: ScheduleProps) {
  const [chosen, setYear] = useAddressValue("year", WHOLE);
  const { yearKind, planning } = schedule;
  const period = periodOfSchedule(schedule);
  const years = yearsOf(period.from, period.to, yearKind);
  const year = years.find((each) => String(each) === chosen);
  const axis = axisOf(period, yearKind, year);
  const measures = schedule.roadmaps.flatMap(({ sections }) => sections.flatMap((section) => section.measures));
  const isEmpty = measures.every(({ occurrences }) => occurrences.every(({ figure }) => figure.due === 0));
  return (
    <>
      <div className="sub-h">
        <h2>График</h2>
        {years.length > 1 && (
          <Segmented
            label="Годы"
            value={year === undefined ? WHOLE : chosen}
            onChange={setYear}
            options={[
              { value: WHOLE, label: "весь период" },
              ...years.map((each) => ({ value: String(each), label: yearName(each, yearKind) })),
            ]}
          />
        )}
        {!isEmpty && (
          <span className="r">
            <ExcelLink to={excel} />
            <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
              Печать
            </Button>
          </span>
        )}
      </div>
      <PrintedOn today={schedule.today} />
      {isEmpty && planning !== "none" ? (
        <output className="q">{typeset(planningInWords(planning))}</output>
      ) : isEmpty ? (
        <EmptyState title={schedule.isWhole ? "Сроков пока нет" : "У вас по этой программе сроков нет"}>
          {schedule.isWhole
            ? "Сроки появляются, когда программа утверждена и у мероприятий понятны сроки и исполнители."
            : "Здесь показано только то, за что отчитываетесь вы."}
        </EmptyState>
      ) : (
        <>
          {!schedule.isWhole && <p className="dense m">Показаны только ваши сроки.</p>}
          {/* another year is another chart: it opens at its own place, not where the one before it was left */}
          <ScheduleChart
            key={axis.words}
            schedule={schedule}
            axis={axis}
            today={localDate(schedule.today)}
            scope={scope}
          />
        </>
      )}
    </>
  );
}
