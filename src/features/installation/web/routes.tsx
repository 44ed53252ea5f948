import type { SliceRoute } from "#web/slice-route.ts";

/** How the program itself stands, for administrators of a region or a municipality. */
export const routes: readonly SliceRoute[] = [
  {
    path: "/installation",
    layout: "app",
    page: () => import("./pages/installation.tsx"),
    navigation: {
      label: "Состояние",
      icon: "settings",
      order: 120,
      visible: ({ current }) => current.role === "administrator" && current.organisationId === null,
    },
  },
];
