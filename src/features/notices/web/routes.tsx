import type { SliceRoute } from "#web/slice-route.ts";

export const routes: readonly SliceRoute[] = [
  {
    path: "/notices",
    layout: "app",
    page: () => import("./pages/notices.tsx"),
    navigation: {
      label: "Уведомления",
      icon: "bell",
      order: 90,
      below: true,
      // not read
      count: ({ notices }) => notices,
      visible: () => true,
    },
  },
];
