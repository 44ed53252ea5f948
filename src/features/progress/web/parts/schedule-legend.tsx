import { Shape } from "#web/ui/shape.tsx";
import { Diamond } from "./schedule-diamond.tsx";
import "./heat-map.css";

const STATES = [
  ["accepted", "всё принято"],
  ["late", "просрочено (черта – до сегодняшнего дня)"],
  ["returned", "вернули"],
  ["soon", "идёт или подходит срок"],
  ["submitted", "на проверке"],
  ["paused", "приостановлено"],
  ["ahead", "впереди"],
  ["notApplicable", "неприменимо"],
] as const;

/** What the signs of the chart mean. */
export function ScheduleLegend() {
  return (
    <ul className="hm-legend gantt-legend" aria-label="Обозначения">
      {STATES.map(([state, words]) => (
        <li key={state}>
          <span className={`term key s-${state}`}>{state !== "ahead" && <Shape state={state} size={9} />}</span>
          {words}
        </li>
      ))}
      <li>
        <span className="term s-ahead lone">
          <Diamond state="ahead" />
        </span>
        одна дата
      </li>
      <li>
        <span className="term key t-piece s-ahead" />
        идёт без перерыва
      </li>
    </ul>
  );
}
