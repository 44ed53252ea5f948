import { useSearchParams } from "react-router";
import { useMe } from "#web/api/me.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PeriodSummary } from "../parts/period-summary.tsx";
import { useWayBack } from "../way-back.ts";

/** «Итоги за период» of all programmes of a territory that one sees. */
export default function SummaryPage() {
  const { current } = useMe();
  const [params] = useSearchParams();
  const back = useWayBack();
  return (
    <div className="progress-page">
      <PageHeader title="Итоги за период" lead="По всем программам, которые вы видите." {...back} />
      <PeriodSummary territoryId={params.get("territoryId") ?? current.territoryId} />
    </div>
  );
}
