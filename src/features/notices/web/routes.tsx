import type { SliceRoute } from "#web/slice-route.ts";
import { NoticeCount } from "./notice-count.tsx";

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
      Count: NoticeCount,
      visible: () => true,
    },
  },
];
