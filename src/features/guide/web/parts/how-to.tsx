import { Link } from "react-router";
import { useMe } from "#web/api/me.ts";
import type { SlotFacts } from "#web/slot.tsx";
import { isToldTo } from "../../model/guides.ts";

/** A quiet link from a page to the section that tells how its work is done; nothing where the guide of the person's role has none. */
export function HowTo({ section = "" }: SlotFacts) {
  const { role } = useMe().current;
  if (!isToldTo(role, section)) return null;
  return (
    <Link className="how-to" to={`/help#${section}`}>
      Как это сделать
    </Link>
  );
}
