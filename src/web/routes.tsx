import { routes as obligationPages } from "#features/obligations/web/routes.tsx";
import { routes as reportPages } from "#features/reports/web/routes.tsx";
import { routes as noticePages } from "#features/notices/web/routes.tsx";
import type { SliceRoute } from "./slice-route.ts";

/** Every page of the product: one line a slice. */
export const sliceRoutes: readonly SliceRoute[] = [...obligationPages, ...reportPages, ...noticePages];
