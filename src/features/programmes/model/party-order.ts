import type { Audience } from "#features/places/model/audience.ts";
import type { Part } from "./roadmap-draft.ts";

interface Named {
  readonly part: Part;
  readonly audience: Audience | null;
}

/** How a party stands: it answers, it helps or takes part, or it is outside the district and gives no report. */
export type Stance = "answers" | "helps" | "outside";

/**
 * Parties in the order of what they owe: who answers first, then who helps, and last those outside the district.
 * Where everybody whom the document makes responsible is outside, its co-assignees are those who answer.
 */
export function byStance<Party extends Named>(parties: readonly Party[]): (Party & { readonly stance: Stance })[] {
  const inside = parties.filter(({ audience }) => audience?.kind !== "outside");
  const leading: readonly Part[] = inside.some(({ part }) => LEADING.includes(part)) ? LEADING : ["coAssignee"];
  const stanceOf = ({ audience, part }: Named): Stance =>
    audience?.kind === "outside" ? "outside" : leading.includes(part) ? "answers" : "helps";
  const stood = parties.map((party) => ({ ...party, stance: stanceOf(party) }));
  return STANCES.flatMap((stance) => stood.filter((party) => party.stance === stance));
}

const LEADING: readonly Part[] = ["accountable", "assignee"];
const STANCES = ["answers", "helps", "outside"] as const;
