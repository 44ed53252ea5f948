import { localDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import type { LateBearer } from "../../model/contract.ts";
import { rowsLink } from "../../model/rows-link.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { RowsLink } from "./rows-link.tsx";

export interface OwnDebtsProps {
  readonly territoryId: string;
  readonly today: string;
  readonly own: readonly LateBearer[];
}

/** «За вами самими: Управление образования, 1 отчёт»: late too, but nobody calls themselves. */
export function OwnDebts({ territoryId, today, own }: OwnDebtsProps) {
  if (own.length === 0) return undefined;
  return (
    <p className="own-debts">
      За&nbsp;вами самими:{" "}
      {own.map((bearer, at) => (
        <span key={bearer.key}>
          {at > 0 && "; "}
          {typeset(bearer.name)},{" "}
          <RowsLink className="late" to={rowsLink({ territoryId, bearer: bearer.key }, "late", localDate(today))}>
            {reportsInWords(bearer.late)}
          </RowsLink>
        </span>
      ))}
    </p>
  );
}
