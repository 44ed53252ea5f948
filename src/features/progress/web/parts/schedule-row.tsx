import { memo } from "react";
import { Link } from "react-router";
import { dateInWords, spanInWords } from "#domain/russian/dates.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { Shape } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { heatInWords } from "../../model/heat.ts";
import { listLink } from "../../model/rows-link.ts";
import type { ScheduleMeasure } from "../../model/schedule.ts";
import type { ScheduleAxis } from "../../model/schedule-axis.ts";
import { barsOf, type Bar } from "../../model/schedule-bars.ts";
import { Diamond } from "./schedule-diamond.tsx";
import { RowsLink } from "./rows-link.tsx";

export interface ScheduleScope {
  readonly territoryId: string;
  readonly programmeId: string;
}

export interface ScheduleRowProps {
  readonly measure: ScheduleMeasure;
  readonly axis: ScheduleAxis;
  readonly today: LocalDate;
  readonly scope: ScheduleScope;
}

/** One measure: its name, and its terms along the axis, each a link to its obligations. */
export const ScheduleRow = memo(function ScheduleRow({ measure, axis, today, scope }: ScheduleRowProps) {
  const bars = barsOf(measure.occurrences, axis, today);
  const isOwed = measure.occurrences.some(({ figure }) => figure.due > 0);
  const name = [measure.number, measure.title].filter(Boolean).join(" ");
  return (
    <tr>
      <th scope="row">
        <Link to={`/programmes/${scope.territoryId}/${scope.programmeId}/measures/${measure.id}`} title={name}>
          {measure.number && <span className="no">{measure.number}</span>}
          <span className="nm">{typeset(measure.title)}</span>
          {measure.closed && <span className="out q">исключено приказом</span>}
        </Link>
      </th>
      <td>
        <div className="track">
          {bars.map((bar) => (
            <Term
              key={bar.occurrence.key}
              bar={bar}
              words={wordsOf(name, bar)}
              to={listLink({ ...scope, measureId: measure.id, occurrence: bar.occurrence.key })}
            />
          ))}
          {!isOwed && bars.length === 0 && (
            <span className="none q" title={measure.dueText}>
              {measure.dueText ? typeset(measure.dueText) : "срок не указан"}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
});

/** What a link of the chart is called; what is open and not near yet is drawn as under way, and said so. */
function wordsOf(name: string, { state, occurrence: { words, opensOn, dueOn, figure } }: Bar): string {
  const [opens, due] = [localDate(opensOn), localDate(dueOn)];
  const days = opens <= due ? spanInWords(opens, due) : dateInWords(due);
  return `${heatInWords(name, words === days ? words : `${words} (${days})`, figure)}${state === "soon" && figure.soon === 0 ? ", идёт сейчас" : ""}`;
}

function Term({ bar, words, to }: { readonly bar: Bar; readonly words: string; readonly to: string }) {
  const { kind, state, from, to: end, tail } = bar;
  return (
    <>
      {tail && <i className="tail" style={{ left: `${tail.from}%`, width: `${tail.to - tail.from}%` }} />}
      <RowsLink
        to={to}
        tabIndex={-1}
        className={`term t-${kind} s-${state}`}
        style={{ left: `${from}%`, width: `${end - from}%` }}
        data-words={words}
      >
        <span className="visually-hidden">{words}</span>
        {kind === "date" ? <Diamond state={state} /> : <Mark bar={bar} />}
      </RowsLink>
    </>
  );
}

/** Ahead is hollow; a piece of what goes on shows its shape only where something is to be seen to. */
function Mark({ bar: { kind, state } }: { readonly bar: Bar }) {
  if (state === "ahead" || (kind === "piece" && state === "accepted")) return undefined;
  return <Shape state={state} size={kind === "piece" ? 10 : 9} />;
}
