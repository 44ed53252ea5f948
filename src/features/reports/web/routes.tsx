import type { SliceRoute } from "#web/slice-route.ts";
import { ReviewCount } from "./parts/review-count.tsx";

export const routes: readonly SliceRoute[] = [
  { path: "/todo/:territoryId/:obligationId", layout: "app", page: () => import("./pages/fill-report.tsx") },
  {
    path: "/reports",
    layout: "app",
    page: () => import("./pages/report-queue.tsx"),
    navigation: {
      label: "Отчёты",
      icon: "reports",
      order: 30,
      Count: ReviewCount,
      // a region looks at reports through the figures of a municipality
      visible: ({ current }) => current.role !== "teacher" && current.territoryKind === "municipality",
    },
  },
  { path: "/reports/:territoryId/:reportId", layout: "app", page: () => import("./pages/read-report.tsx") },
];
