import type { Route } from "#platform/http/route.ts";
import { sessionRoutes } from "#features/people/server/session-routes.ts";

/** The single list of what is mounted; OpenAPI, probes and refusal tests are made from it. One line a slice. */
export const ROUTES: readonly Route[] = [...sessionRoutes];
