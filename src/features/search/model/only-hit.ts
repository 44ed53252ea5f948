import type { Found, Hit } from "./contract.ts";

/** What was found where it is one single thing: whoever pressed Enter goes straight to it. */
export function onlyHit({ groups }: Pick<Found, "groups">): Hit | undefined {
  const [group, ...others] = groups;
  return group?.total === 1 && others.length === 0 ? group.hits[0] : undefined;
}
