import { useParams } from "react-router";
import { PeriodSummary } from "../parts/period-summary.tsx";

/** The tab «Итоги»: what came of a period of one programme. */
export default function ProgrammeSummaryTab() {
  const { territoryId = "", programmeId = "" } = useParams();
  return (
    <div className="progress-page">
      <PeriodSummary territoryId={territoryId} programmeId={programmeId} />
    </div>
  );
}
