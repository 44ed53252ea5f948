import { dayInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { ScheduleAxis, Stretch } from "../../model/schedule-axis.ts";

export interface ScheduleHeadProps {
  readonly axis: ScheduleAxis;
  readonly today: LocalDate;
  /** where today stands, per cent; null outside of the axis */
  readonly now: number | null;
}

/** School years, years, quarters or months, and the flag of today over the chart. */
export function ScheduleHead({ axis, today, now }: ScheduleHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">Мероприятие</th>
        <th scope="col">
          <span className="visually-hidden">Сроки, {axis.words}</span>
          <div className="gantt-head" aria-hidden="true">
            <div className="sy">
              {axis.schoolYears.map((each) => (
                <Label key={each.words} at={each}>
                  {schoolYearLabel(each)}
                </Label>
              ))}
            </div>
            <div className="yr">
              {axis.years.map((each) => (
                <Label key={each.words} at={each} />
              ))}
            </div>
            <div className="qr">
              {axis.parts.map((each) => (
                <Label key={each.from} at={each} />
              ))}
            </div>
            {now !== null && (
              <span
                className={now < NEAR_EDGE ? "flag right" : "flag"}
                style={{ "--at": `${now}%` } as React.CSSProperties}
              >
                сегодня, {dayInWords(today)}
              </span>
            )}
          </div>
        </th>
      </tr>
    </thead>
  );
}

/** per cent of the axis: wide enough for «2026/27 учебный год», for «2026/27»; too near the left edge for the flag to stand to the left */
const WIDE = 24;
const NARROW = 9;
const NEAR_EDGE = 28;

/** What a stretch has room for; a cut one at the edge has none, its shade tells of it. */
function schoolYearLabel({ from, to, words }: Stretch): string {
  const width = to - from;
  return width < NARROW ? "" : width > WIDE ? `${words} учебный год` : words;
}

function Label({ at, children = at.words }: { readonly at: Stretch; readonly children?: React.ReactNode }) {
  return <span style={{ left: `${at.from}%`, width: `${at.to - at.from}%` }}>{children}</span>;
}
