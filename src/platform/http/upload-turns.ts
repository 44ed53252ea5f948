import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Actor } from "#shared/actor.ts";

/** Files of each person on their way into this process. */
const onTheWay = new Map<Id, number>();

/**
 * Lets a person send one more file, at most `most` at once, so that nobody fills the disk's and the scanner's time alone. Returns what gives
 * the turn back; once is enough, twice is harmless. Throws «uploads-at-once».
 */
export function takeTurn(actor: Actor, most: number): () => void {
  if (actor.kind !== "person") return () => undefined;
  const { personId } = actor;
  const taken = onTheWay.get(personId) ?? 0;
  if (taken >= most) throw commonProblem("uploads-at-once", { values: { most } });
  onTheWay.set(personId, taken + 1);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = (onTheWay.get(personId) ?? 1) - 1;
    if (left > 0) onTheWay.set(personId, left);
    else onTheWay.delete(personId);
  };
}
