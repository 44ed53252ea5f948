import type { SliceRoute } from "#web/slice-route.ts";

/** Sign-in, links, one's own account, and the people of a territory. */
export const routes: readonly SliceRoute[] = [
  { path: "/sign-in", layout: "bare", page: () => import("./pages/sign-in.tsx") },
  { path: "/sign-in/foreign", layout: "bare", page: () => import("./pages/foreign-return.tsx") },
  { path: "/recovery", layout: "bare", page: () => import("./pages/recovery.tsx") },
  { path: "/second-step", layout: "bare", page: () => import("./pages/owed-factor.tsx") },
  { path: "/link/:token", layout: "bare", page: () => import("./pages/link.tsx") },
  { path: "/password", layout: "app", page: () => import("./pages/account.tsx") },
  {
    path: "/people",
    layout: "app",
    page: () => import("./pages/people-list.tsx"),
    navigation: {
      label: "Люди",
      icon: "people",
      order: 90,
      visible: ({ current }) => current.role !== "teacher" && current.role !== "reader",
    },
  },
  { path: "/people/:personId", layout: "app", page: () => import("./pages/person.tsx") },
];
