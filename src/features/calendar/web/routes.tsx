import type { SliceRoute } from "#web/slice-route.ts";

/** The school calendar of a municipality. */
export const routes: readonly SliceRoute[] = [
  {
    path: "/school-calendar",
    layout: "app",
    page: () => import("./pages/school-calendar.tsx"),
    navigation: {
      label: "Учебный год",
      icon: "calendar",
      order: 95,
      visible: ({ current }) =>
        ["administrator", "officer"].includes(current.role) && current.territoryKind === "municipality",
    },
  },
];
