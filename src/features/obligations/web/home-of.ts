import { asking, type Asking } from "#web/api/asking.ts";
import type { Me } from "#web/api/me.ts";
import type { SchoolHome } from "../model/contract.ts";

/** How the home of the person's place is asked for. */
export function homeOf({ current: { territoryId, organisationId } }: Pick<Me, "current">): Asking<SchoolHome> {
  return asking(["obligations", "home", territoryId, organisationId], "/api/obligations/home", {
    territoryId,
    organisationId,
  });
}
