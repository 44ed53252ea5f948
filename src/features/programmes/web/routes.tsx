import type { SliceRoute } from "#web/slice-route.ts";
import { programmePlace } from "./place.ts";
import { programmeQuery, tableQuery } from "./queries.ts";
// the styles of what the server draws stand in the page before its code comes
import "./pages/measures.css";
import "./pages/programme.css";
import "./parts/pauses.css";

/** A programme's tabs stand at 10, 20, 50, 55 and 60; other slices add theirs between (`SliceAddition`). */
export const routes: readonly SliceRoute[] = [
  {
    path: "/programmes",
    layout: "app",
    page: () => import("./pages/programme-list.tsx"),
    navigation: {
      label: "Программы",
      icon: "programmes",
      order: 30,
      around: ["/imports", "/templates"],
      visible: () => true,
    },
  },
  { path: "/programmes/new", layout: "app", page: () => import("./pages/new-programme.tsx") },
  {
    path: "/programmes/:territoryId/:programmeId",
    layout: "app",
    page: () => import("./pages/programme.tsx"),
    picture: { asks: (_me, params) => [programmeQuery(programmePlace(params))], slots: ["watch", "programme-head"] },
    parts: [
      { path: "", page: () => import("./pages/overview.tsx"), tab: { label: "Обзор", order: 10 } },
      {
        path: "measures",
        page: () => import("./pages/measures.tsx"),
        picture: { asks: (_me, params) => [tableQuery(programmePlace(params))] },
        tab: { label: "Мероприятия", order: 20 },
      },
      { path: "papers", page: () => import("./pages/papers-cited.tsx"), tab: { label: "Документы", order: 50 } },
      { path: "redactions", page: () => import("./pages/redactions.tsx"), tab: { label: "Редакции", order: 55 } },
      { path: "history", page: () => import("./pages/history.tsx"), tab: { label: "История", order: 60 } },
    ],
  },
  {
    path: "/programmes/:territoryId/:programmeId/redactions/:redactionId",
    layout: "app",
    page: () => import("./pages/redaction.tsx"),
  },
  {
    path: "/programmes/:territoryId/:programmeId/redactions/:redactionId/difference",
    layout: "app",
    page: () => import("./pages/redaction-difference.tsx"),
  },
  {
    path: "/programmes/:territoryId/:programmeId/amend/:importId",
    layout: "app",
    page: () => import("./pages/amendment.tsx"),
  },
  {
    path: "/programmes/:territoryId/:programmeId/edit",
    layout: "app",
    page: () => import("./pages/edit-passport.tsx"),
  },
  {
    path: "/programmes/:territoryId/:programmeId/measures/:measureId",
    layout: "app",
    page: () => import("./pages/measure.tsx"),
  },
];
