import type { SliceRoute } from "#web/slice-route.ts";

/** Taking a document in, and its review. Reached from the programmes, so they have no place of their own in the navigation. */
export const routes: readonly SliceRoute[] = [
  { path: "/imports", layout: "app", page: () => import("./pages/import-start.tsx") },
  {
    path: "/imports/amend/:territoryId/:programmeId",
    layout: "app",
    page: () => import("./pages/amend-start.tsx"),
  },
  { path: "/imports/:territoryId/:importId", layout: "wide", page: () => import("./pages/import-page.tsx") },
];
