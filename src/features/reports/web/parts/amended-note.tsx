import { Link } from "react-router";
import { uncapitalised } from "#domain/russian/letter-case.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportView } from "../../model/contract.ts";

interface AmendedNoteProps {
  readonly territoryId: string;
  readonly obligation: ReportView["obligations"][number];
}

/** The report is headed with the words it answered; what an order made of the measure since is said beside them. */
export function AmendedNote({ territoryId, obligation }: AmendedNoteProps) {
  const { amended, measureNumber, measureTitle, programmeId } = obligation;
  if (!amended) return null;
  const { removed, order, before, after } = amended;
  const became = removed ? "исключили из программы" : "изменили";
  const isRenamed = amended.measureTitle !== measureTitle;
  const isRenumbered = amended.measureNumber !== measureNumber && amended.measureNumber !== "";
  const now = isRenamed
    ? ` Теперь это ${[amended.measureNumber, quoted(amended.measureTitle)].filter(Boolean).join(" ")}.`
    : isRenumbered
      ? ` Теперь его номер ${amended.measureNumber}.`
      : "";
  return (
    <p className="amended sm">
      {typeset(
        `После отправки отчёта мероприятие ${became}${order ? `: ${uncapitalised(order)}` : ""}.${removed ? "" : now}`,
      )}{" "}
      <Link to={`/programmes/${territoryId}/${programmeId}/redactions/${after}/difference?with=${before}`}>
        Что изменилось
      </Link>
    </p>
  );
}
