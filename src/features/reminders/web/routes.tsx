import type { SliceRoute } from "#web/slice-route.ts";

/** The rules of a municipality, and a person's own word on letters. */
export const routes: readonly SliceRoute[] = [
  {
    path: "/reminders",
    layout: "app",
    page: () => import("./pages/reminder-rules.tsx"),
    navigation: {
      label: "Напоминания",
      icon: "clock",
      order: 96,
      visible: ({ current }) =>
        ["administrator", "officer"].includes(current.role) && current.territoryKind === "municipality",
    },
  },
  { path: "/letters", layout: "app", page: () => import("./pages/letters.tsx") },
];
