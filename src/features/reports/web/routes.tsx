import type { SliceAddition, SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";
import { SmallOffer, smallList } from "./parts/small-offer.tsx";

export const routes: readonly SliceRoute[] = [
  { path: "/todo/together", layout: "app", page: () => import("./pages/report-together.tsx") },
  { path: "/todo/:territoryId/:obligationId", layout: "app", page: () => import("./pages/fill-report.tsx") },
  {
    path: "/reports",
    layout: "app",
    page: () => import("./pages/report-queue.tsx"),
    navigation: {
      label: "Отчёты",
      icon: "reports",
      order: 30,
      // wait for one's own decision
      count: ({ review }) => review,
      // a region looks at reports through the figures of a municipality
      visible: ({ current }) => current.role !== "teacher" && current.territoryKind === "municipality",
    },
  },
  { path: "/reports/:territoryId/:reportId", layout: "app", page: () => import("./pages/read-report.tsx") },
];

/** What the organisation has sent, beside how it stands and who holds what. */
export const additions: readonly SliceAddition[] = [
  {
    of: "/our-work",
    path: "reports",
    tab: { label: "История отчётов", order: 30 },
    page: () => import("./pages/own-history.tsx"),
  },
];

/** «Отметить сделанное списком» on the home. */
export const fills: readonly SliceFill[] = [
  {
    slot: "home",
    part: SmallOffer,
    asks: ({ current }) => [smallList(current.territoryId, current.organisationId)],
  },
];
