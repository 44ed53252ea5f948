import { Fragment, useEffect, useRef, useState } from "react";
import type { LocalDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import type { ProgrammeSchedule, ScheduleSection } from "../../model/schedule.ts";
import { placeOf, type ScheduleAxis } from "../../model/schedule-axis.ts";
import { ScheduleHead } from "./schedule-head.tsx";
import { ScheduleLegend } from "./schedule-legend.tsx";
import { ScheduleRow, type ScheduleScope } from "./schedule-row.tsx";
import { ToldLine } from "./told-line.tsx";
import { useChartKeys } from "./use-chart-keys.ts";
import "./schedule-chart.css";

export interface ScheduleChartProps {
  readonly schedule: ProgrammeSchedule;
  readonly axis: ScheduleAxis;
  readonly today: LocalDate;
  readonly scope: ScheduleScope;
}

/**
 * Measures along the line of days, as a real table: a row a measure, a link a term. One stop of the Tab key, arrows lead from term to
 * term; what the pointer or the keys are at is said in words over the chart.
 */
export function ScheduleChart({ schedule, axis, today, scope }: ScheduleChartProps) {
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [told, setTold] = useState<string | null>(null);
  const keys = useChartKeys(table, setTold);
  const now = placeOf(axis, today);
  const isNow = now >= 0 && now < 100;
  // where the years are wider than the screen, they open with today in the middle of what is seen beside the names
  useEffect(() => {
    const [names, days] = scroller.current?.querySelectorAll<HTMLElement>("thead th") ?? [];
    if (!scroller.current || !names || !days || !isNow) return;
    const seen = scroller.current.clientWidth - names.offsetWidth;
    scroller.current.scrollLeft = (days.offsetWidth * now) / 100 - seen / 2;
  }, [isNow, now]);
  const several = schedule.roadmaps.length > 1;
  return (
    <>
      <ToldLine told={told} />
      {/* a region that scrolls must be reachable by keyboard: the terms in it are */}
      <section ref={scroller} className="gantt-scroll" aria-label={`График мероприятий, ${axis.words}`}>
        {/* keys go from link to link: the table itself does nothing */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table
          ref={table}
          className="gantt"
          data-now={isNow || undefined}
          style={{ "--today": `${now}%`, "--ground": groundOf(axis) } as React.CSSProperties}
          {...keys}
        >
          <ScheduleHead axis={axis} today={today} now={isNow ? now : null} />
          {schedule.roadmaps.map((roadmap) => (
            <Fragment key={roadmap.id}>
              {several && (
                <tbody>
                  <Heading depth={0} words={roadmap.title} isRoadmap />
                </tbody>
              )}
              {roadmap.sections.map((section) => (
                <Section key={section.id ?? "outside"} section={section} axis={axis} today={today} scope={scope} />
              ))}
            </Fragment>
          ))}
        </table>
      </section>
      <ScheduleLegend />
    </>
  );
}

interface SectionProps {
  readonly section: ScheduleSection;
  readonly axis: ScheduleAxis;
  readonly today: LocalDate;
  readonly scope: ScheduleScope;
}

function Section({ section, axis, today, scope }: SectionProps) {
  return (
    <tbody>
      {section.title && (
        <Heading depth={section.depth} words={[section.number, section.title].filter(Boolean).join(" ")} />
      )}
      {section.measures.map((measure) => (
        <ScheduleRow key={measure.id} measure={measure} axis={axis} today={today} scope={scope} />
      ))}
    </tbody>
  );
}

interface HeadingProps {
  readonly depth: number;
  readonly words: string;
  readonly isRoadmap?: true;
}

function Heading({ depth, words, isRoadmap }: HeadingProps) {
  return (
    <tr className={isRoadmap ? "road" : "part"}>
      <th scope="rowgroup" colSpan={2}>
        <span style={{ paddingLeft: depth * 12 }}>{typeset(words)}</span>
      </th>
    </tr>
  );
}

/** What lies behind every row: shaded school years, rules of years and of their parts; one picture for all rows. */
function groundOf(axis: ScheduleAxis): string {
  const rule = (colour: string) => (place: number) =>
    `linear-gradient(${colour}, ${colour}) ${place}% 0 / 1px 100% no-repeat`;
  const bands = axis.schoolYears
    .filter(({ isShaded }) => isShaded)
    .map(({ from, to }) => `transparent ${from}%, var(--surf) ${from}% ${to}%, transparent ${to}%`);
  return [
    ...axis.years.map(({ from }) => rule("var(--line-2)")(from)),
    ...axis.parts.map(({ from }) => rule("var(--line)")(from)),
    ...(bands.length > 0 ? [`linear-gradient(to right, ${bands.join(", ")})`] : []),
  ].join(", ");
}
