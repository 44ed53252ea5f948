import type { SliceRoute } from "./slice-route.ts";

/** Every page of the product: one line a slice. */
export const sliceRoutes: readonly SliceRoute[] = [];
