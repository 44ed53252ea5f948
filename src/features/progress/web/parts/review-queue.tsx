import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { daysBetween, localDate, localDateAt } from "#shared/local-date.ts";
import { listLink } from "../../model/rows-link.ts";
import type { ReportRow } from "#features/reports/model/contract.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { useMe } from "#web/api/me.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { queueOf } from "../queries.ts";
import { RowsLink } from "./rows-link.tsx";

const SHOWN = 4;
/** Days of waiting from which the row asks for attention. */
const LONG_WAIT = 5;

export interface ReviewQueueProps {
  readonly territoryId: string;
  readonly today: string;
  /** of the municipality, by which days of waiting are told */
  readonly zone: string;
  readonly canReview: boolean;
}

/** Reports that wait for a decision, the oldest first. Those who only look see the queue without its button. */
export function ReviewQueue({ territoryId, today, zone, canReview }: ReviewQueueProps) {
  const state = canReview ? "toReview" : "submitted";
  // the page of reports is about the place one works at; a region looks into its municipality through the list behind the figures
  const isOwnPlace = useMe().current.territoryId === territoryId;
  const reports = useQuery(queueOf(territoryId, canReview));
  const first = reports.data?.rows[0];
  const total = reports.data?.total ?? 0;
  return (
    <section>
      <SectionTitle
        count={total > 0 ? total : undefined}
        action={
          canReview && first ? (
            <ButtonLink kind="primary" to={`/reports/${territoryId}/${first.id}`}>
              Начать проверку
            </ButtonLink>
          ) : undefined
        }
      >
        На проверке
      </SectionTitle>
      <Loaded query={reports} title="Очередь не открылась">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="calm q">Всё проверено.</p>
          ) : (
            <ul className="rep">
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row.id}>
                  <Link to={`/reports/${territoryId}/${row.id}`}>
                    <span className="rs">{typeset(row.bearerName)}</span>
                    <span className="rm">{typeset([row.measureNumber, row.title].filter(Boolean).join(" "))}</span>
                  </Link>
                  <Waiting row={row} today={today} zone={zone} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {total > SHOWN && (
        <RowsLink
          className="more"
          to={isOwnPlace ? `/reports?state=${state}` : listLink({ territoryId, state: "submitted" })}
        >
          {typeset(`Все ${reportsInWords(total)}`)}
        </RowsLink>
      )}
    </section>
  );
}

function Waiting({ row, today, zone }: Pick<ReviewQueueProps, "today" | "zone"> & { readonly row: ReportRow }) {
  if (!row.submittedAt) return undefined;
  const days = daysBetween(localDateAt(new Date(row.submittedAt), zone), localDate(today));
  const words = days > 0 ? `ждёт ${counted(days, ["день", "дня", "дней"])}` : "сегодня";
  return <span className={days >= LONG_WAIT ? "rd soon" : "rd"}>{words}</span>;
}
