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
  const isRenamed = amended.measureTitle !== measureTitle || amended.measureNumber !== measureNumber;
  const now = [amended.measureNumber, quoted(amended.measureTitle)].filter(Boolean).join(" ");
  return (
    <p className="amended sm">
      {typeset(
        [
          `После отправки отчёта мероприятие ${removed ? "исключили из программы" : "изменили"}${order ? `: ${uncapitalised(order)}` : ""}.`,
          !removed && isRenamed && `Теперь это ${now}.`,
        ]
          .filter(Boolean)
          .join(" "),
      )}{" "}
      <Link to={`/programmes/${territoryId}/${programmeId}/redactions/${after}/difference?with=${before}`}>
        Что изменилось
      </Link>
    </p>
  );
}
