import type { SliceAddition } from "#web/slice-route.ts";

export const additions: readonly SliceAddition[] = [
  {
    of: "/programmes/:territoryId/:programmeId",
    path: "report",
    tab: { label: "Отчёт", order: 45 },
    page: () => import("./pages/execution-report.tsx"),
  },
];
