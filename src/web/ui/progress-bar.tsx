export interface ProgressBarProps {
  /** fact, 0…100 */
  readonly value: number;
  /** plan on the day, 0…100; without it only the bar is drawn */
  readonly plan?: number;
  /** in words, with both figures: «Выполнено 58 %, по плану 61 %» */
  readonly label: string;
}

const clamp = (share: number) => Math.min(100, Math.max(0, share));

/** Bar = fact, upright = plan today, tint between them = what is missing. The figures stand beside it on the page. */
export function ProgressBar({ value, plan, label }: ProgressBarProps) {
  const fact = clamp(value);
  const goal = plan === undefined ? undefined : clamp(plan);
  return (
    <div className="bar">
      <span className="visually-hidden">{label}</span>
      {goal !== undefined && goal > fact && (
        <s style={{ left: `max(0px, ${fact}% - 3px)`, width: `calc(${goal - fact}% + 3px)` }} />
      )}
      <i style={{ width: `${fact}%` }} />
      {goal !== undefined && <u style={{ left: `${goal}%` }} />}
    </div>
  );
}
