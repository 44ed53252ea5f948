import type { Route } from "#platform/http/route.ts";
import { keeperRoutes } from "./keeper-routes.ts";
import { ownRoutes } from "./own-routes.ts";
import { personRoutes } from "./person-routes.ts";

/** Personal data by law: of oneself, of a territory, of one person. */
export const personalDataRoutes: readonly Route[] = [...ownRoutes, ...keeperRoutes, ...personRoutes];
