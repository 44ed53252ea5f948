import { Outlet } from "react-router";
import { usePageTabs } from "#web/page-tabs.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { typeset } from "#web/ui/typeset.ts";
import "../parts/personal-data.css";

/** What a territory's administrator answers for by 152-ФЗ. */
export default function Keeper() {
  return (
    <div className="personal-data">
      <PageHeader
        title="Персональные данные"
        lead={typeset("Реестр обработки, обращения людей, сроки и уничтожение по 152-ФЗ")}
      />
      <Tabs label="Персональные данные" items={usePageTabs()} />
      <Outlet />
    </div>
  );
}
