import type { SliceRoute } from "#web/slice-route.ts";

export const routes: readonly SliceRoute[] = [
  {
    path: "/papers",
    layout: "app",
    page: () => import("./pages/paper-list.tsx"),
    navigation: { label: "Документы", icon: "document", order: 80, visible: () => true },
  },
  { path: "/papers/new", layout: "app", page: () => import("./pages/new-paper.tsx") },
  { path: "/papers/:territoryId/:paperId", layout: "app", page: () => import("./pages/paper.tsx") },
];
