import { leadsFrom } from "#features/places/model/access.ts";
import type { SliceFill } from "#web/slot.tsx";
import type { SliceAddition, SliceRoute } from "#web/slice-route.ts";
import { WatchButton } from "./parts/watch-button.tsx";
import { OrganisationReports } from "./parts/organisation-reports.tsx";
import { figuresOf, homeOf, queueOf } from "./queries.ts";
import { keepsWatch, watchQuery } from "./watch-query.ts";
import { FigureCells, FigureHeads, ProgrammeHead } from "./parts/programme-figures.tsx";
// the styles of what the server draws stand in the page before its code comes
import "./pages/today.css";
import "./parts/late-table.css";

const WATCHES = new Set(["administrator", "officer", "methodologist", "authority_head", "reader"]);

export const routes: readonly SliceRoute[] = [
  {
    path: "/today",
    layout: "app",
    page: () => import("./pages/today.tsx"),
    picture: {
      asks: (me) => {
        const { territoryId } = me.current;
        return [
          homeOf(territoryId),
          queueOf(territoryId, leadsFrom(me.places, territoryId)),
          ...(keepsWatch(me, territoryId) ? [watchQuery(territoryId)] : []),
        ];
      },
    },
    navigation: {
      label: "Сегодня",
      icon: "home",
      order: 5,
      phone: "Сегодня",
      visible: ({ current }) =>
        current.organisationId === null && current.territoryKind === "municipality" && WATCHES.has(current.role),
    },
  },
  {
    path: "/region",
    layout: "app",
    page: () => import("./pages/region.tsx"),
    navigation: {
      label: "Обзор",
      icon: "overview",
      order: 5,
      phone: "Обзор",
      visible: ({ current }) => current.organisationId === null && current.territoryKind === "region",
    },
  },
  { path: "/progress/rows", layout: "app", page: () => import("./pages/rows.tsx") },
  { path: "/progress/summary", layout: "app", page: () => import("./pages/summary.tsx") },
  { path: "/progress/late", layout: "app", page: () => import("./pages/late.tsx") },
];

export const additions: readonly SliceAddition[] = [
  {
    of: "/our-work",
    path: "",
    tab: { label: "По программам", order: 10 },
    page: () => import("./pages/own-standing.tsx"),
  },
  {
    of: "/programmes/:territoryId/:programmeId",
    path: "schedule",
    tab: { label: "График", order: 30 },
    page: () => import("./pages/schedule.tsx"),
  },
  {
    of: "/programmes/:territoryId/:programmeId",
    path: "execution",
    tab: { label: "Исполнение", order: 40 },
    page: () => import("./pages/execution.tsx"),
  },
  {
    of: "/programmes/:territoryId/:programmeId",
    path: "summary",
    tab: { label: "Итоги", order: 42 },
    page: () => import("./pages/programme-summary.tsx"),
  },
  {
    of: "/programmes/:territoryId/:programmeId",
    path: "cadence",
    tab: { label: "Регулярность", order: 43 },
    page: () => import("./pages/cadence.tsx"),
  },
  {
    of: "/programmes/:territoryId/:programmeId/measures/:measureId",
    path: "",
    page: () => import("./pages/measure-progress.tsx"),
  },
];

/** Figures in the head of a programme and in the list of programmes. */
export const fills: readonly SliceFill[] = [
  { slot: "programme-head", part: ProgrammeHead, asks: (_me, { territoryId = "" }) => [figuresOf(territoryId)] },
  {
    slot: "watch",
    part: WatchButton,
    asks: (me, { territoryId = "" }) => (keepsWatch(me, territoryId) ? [watchQuery(territoryId)] : []),
  },
  { slot: "organisation-reports", part: OrganisationReports },
  { slot: "programme-figure-heads", part: FigureHeads },
  { slot: "programme-figure-cells", part: FigureCells },
];
