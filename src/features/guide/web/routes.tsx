import type { SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";
import { HowTo } from "./parts/how-to.tsx";

export const routes: readonly SliceRoute[] = [
  { path: "/help", layout: "app", page: () => import("./pages/help.tsx") },
  { path: "/help/:guide", layout: "app", page: () => import("./pages/help.tsx") },
];

/** «Как это сделать» on pages that name a section. */
export const fills: readonly SliceFill[] = [{ slot: "how-to", part: HowTo }];
