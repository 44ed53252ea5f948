import type { SliceRoute } from "#web/slice-route.ts";

/** The registry: municipalities, organisations, the dictionary of codes, and lists from Excel. */
export const routes: readonly SliceRoute[] = [
  {
    path: "/territories",
    layout: "app",
    page: () => import("./pages/territories.tsx"),
    navigation: {
      label: "Муниципалитеты",
      icon: "territory",
      order: 85,
      visible: ({ current }) => current.territoryKind === "region" && current.organisationId === null,
    },
  },
  {
    path: "/organisations",
    layout: "app",
    page: () => import("./pages/organisation-list.tsx"),
    navigation: {
      label: "Организации",
      icon: "organisation",
      order: 80,
      visible: ({ current }) => current.role !== "teacher",
    },
  },
  { path: "/organisations/import", layout: "app", page: () => import("./pages/organisation-import.tsx") },
  { path: "/organisations/:organisationId", layout: "app", page: () => import("./pages/organisation.tsx") },
  { path: "/people/import", layout: "app", page: () => import("./pages/staff-import.tsx") },
  {
    path: "/dictionary",
    layout: "app",
    page: () => import("./pages/dictionary.tsx"),
    navigation: {
      label: "Словарь",
      icon: "book",
      order: 100,
      visible: ({ current }) => ["administrator", "officer"].includes(current.role),
    },
  },
];
