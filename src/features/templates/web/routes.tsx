import { arriving } from "#web/arriving.tsx";
import type { SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";

/** Reached from the programmes, so templates have no place of their own in the navigation. Adapting goes by steps, each with its address. */
export const routes: readonly SliceRoute[] = [
  { path: "/templates", layout: "app", page: () => import("./pages/template-list.tsx") },
  {
    path: "/templates/:territoryId/:templateKey",
    layout: "app",
    page: () => import("./pages/template-frame.tsx"),
    parts: [
      { path: "", page: () => import("./pages/template.tsx") },
      { path: "years", page: () => import("./pages/choose-years.tsx") },
      { path: "parties", page: () => import("./pages/choose-parties.tsx") },
      { path: "measures", page: () => import("./pages/choose-measures.tsx") },
      { path: "check", page: () => import("./pages/check-programme.tsx") },
    ],
  },
];

const Keep = arriving(() => import("./parts/keep-template.tsx"));

/** «Сохранить как шаблон» of a programme. */
export const fills: readonly SliceFill[] = [{ slot: "programme-dialogs", part: Keep }];
