import { Outlet } from "react-router";
import { usePageTabs } from "#web/page-tabs.ts";
import { useMe } from "#web/api/me.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import "./own-work.css";

/** How the organisation stands, who of its people holds what, what it has reported. */
export default function OwnWorkPage() {
  const { organisationName } = useMe().current;
  return (
    <div className="own-work">
      <PageHeader title="Наша работа" kicker={organisationName ?? undefined} />
      <Tabs label="Наша работа" items={usePageTabs()} />
      <Outlet />
    </div>
  );
}
