import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import type { Figure } from "../../model/figure.ts";
import { factPercent, planPercent } from "../../model/percent.ts";
import type { FigureScope } from "../../model/rows-link.ts";
import { FigureLink } from "./figure-link.tsx";

const percent = (value: number | null) => (value === null ? "–" : `${value}\u00A0%`);

/** «Выполнено 58 %, по плану 61 %», for the bar's own words. */
export function goingInWords(figure: Figure): string {
  const [fact, plan] = [factPercent(figure), planPercent(figure)];
  return fact === null || plan === null ? "Сроков нет" : `Выполнено ${fact} %, по плану ${plan} %`;
}

/** Bar = fact, upright = plan of today. */
export function GoingBar({ figure }: { readonly figure: Figure }) {
  const [fact, plan] = [factPercent(figure), planPercent(figure)];
  return <ProgressBar value={fact ?? 0} {...(plan === null ? {} : { plan })} label={goingInWords(figure)} />;
}

/** Over a column of bars. */
export const BAR_HEAD = "Полоса: выполнено, черта: должно быть по плану";

/** The bar with its share beside it, where no column of figures says it. */
export function GoingFigure({ figure }: { readonly figure: Figure }) {
  return (
    <div className="going">
      <GoingBar figure={figure} />
      <span className="n">{percent(factPercent(figure))}</span>
    </div>
  );
}

export interface GoingCellsProps {
  readonly figure: Figure;
  readonly scope: FigureScope;
  readonly today: string;
  /** false for totals that are not the reader's rows: bare numbers */
  readonly opens?: boolean;
  /** what is counted, for a phone */
  readonly counts?: string;
}

/** Fact, plan, done of total, late: four cells of a table, each number leading to its rows. */
export function GoingCells({ figure, scope, today, opens = true, counts = "отчётов" }: GoingCellsProps) {
  const link = (part: keyof Figure, children: React.ReactNode, className?: string) =>
    opens ? (
      <FigureLink scope={scope} part={part} today={today} {...(className ? { className } : {})}>
        {children}
      </FigureLink>
    ) : (
      children
    );
  return (
    <>
      <td className="n" data-label="факт">
        <b>{link("accepted", percent(factPercent(figure)))}</b>
      </td>
      <td className="n q" data-label="план">
        {link("planned", percent(planPercent(figure)))}
      </td>
      <td className="n nw" data-label={counts}>
        {figure.due === 0 ? (
          <span className="q">–</span>
        ) : (
          <>
            {link("accepted", figure.accepted)} из {link("due", figure.due)}
          </>
        )}
      </td>
      <td className="n" data-label="просрочено">
        {figure.late === 0 ? (
          <span className="q">нет</span>
        ) : (
          <StateMark state="late" size={10}>
            {link("late", figure.late, "late")}
          </StateMark>
        )}
      </td>
    </>
  );
}
