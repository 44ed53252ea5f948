import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { asking, type Asking } from "#web/api/asking.ts";
import type { SlotFacts } from "#web/slot.tsx";
import type { SmallList } from "../../model/together.ts";
import "./small-offer.css";

/** How what can be reported in one go is asked for. */
export function smallList(territoryId: string, organisationId: string | null | undefined): Asking<SmallList> {
  return asking(["reports", "together", territoryId, organisationId ?? ""], "/api/reports/together", {
    territoryId,
    organisationId,
  });
}

/** On the home: several small things can be reported in one go. One alone is quicker by its own button. */
export function SmallOffer({ territoryId = "", organisationId }: SlotFacts) {
  const small = useQuery(smallList(territoryId, organisationId));
  const many = small.data?.rows.length ?? 0;
  if (many < 2) return null;
  return (
    <p className="small-offer">
      <Link to="/todo/together">Отметить сделанное списком</Link>
      <span className="sm q">
        {counted(many, ["мероприятие", "мероприятия", "мероприятий"])} без{"\u00a0"}чисел и{"\u00a0"}документов
      </span>
    </p>
  );
}
