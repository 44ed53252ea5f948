import type { SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";
import { SearchButton, SearchPlace } from "./parts/search-button.tsx";
import { SearchFrame } from "./parts/search-frame.tsx";

export const routes: readonly SliceRoute[] = [
  { path: "/search", layout: "app", page: () => import("./pages/search.tsx") },
];

/** «Найти» in the navigation, and the search itself over every page of whoever is signed in. */
export const fills: readonly SliceFill[] = [
  { slot: "find", part: SearchButton },
  { slot: "find-sheet", part: SearchPlace },
  { slot: "over-pages", part: SearchFrame },
];
