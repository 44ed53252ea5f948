/** A figure of the product beside its limit, both taken in the same run on the same machine. */
export interface Figure {
  /** of the table of goals in README.md, «P1»; several figures may share one */
  readonly id?: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** what the same machine does without the product; undefined where there is only an aim */
  readonly limit?: number;
  readonly limitName?: string;
  readonly goal?: Goal;
  /** what else was seen, by its name: rows, bytes, quantiles */
  readonly seen?: Readonly<Record<string, number | string>>;
}

/** Of `ours` to `limit`: at most so much of what is spent, at least so much of what is done; or of `ours` itself. */
export type Goal =
  | { readonly most: number }
  | { readonly least: number }
  | { readonly mostOurs: number }
  | { readonly leastOurs: number };

/** `ours` to `limit`; undefined without a limit. */
export function ratioOf({ ours, limit }: Figure): number | undefined {
  return limit === undefined ? undefined : ours / limit;
}

/** Whether the goal is reached; undefined where there is none. */
export function reaches(figure: Figure): boolean | undefined {
  const { goal, ours } = figure;
  const ratio = ratioOf(figure);
  if (!goal) return undefined;
  if ("mostOurs" in goal) return ours <= goal.mostOurs;
  if ("leastOurs" in goal) return ours >= goal.leastOurs;
  if (ratio === undefined) throw new Error(`«${figure.name}» has a goal and no limit`);
  return "most" in goal ? ratio <= goal.most : ratio >= goal.least;
}

const number = (value: number) =>
  value.toLocaleString("ru", { maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0 });

function goalInWords(goal: Goal | undefined, unit: string): string {
  if (!goal) return "";
  if ("mostOurs" in goal) return `≤ ${number(goal.mostOurs)} ${unit}`;
  if ("leastOurs" in goal) return `≥ ${number(goal.leastOurs)} ${unit}`;
  return "most" in goal ? `≤ ${number(goal.most)}×` : `≥ ${number(goal.least)}`;
}

/** One line of a terminal. */
export function figureLine(figure: Figure): string {
  const { name, unit, ours, limit, limitName, seen } = figure;
  const more = Object.entries(seen ?? {}).map(
    ([what, value]) => `${what} ${typeof value === "number" ? number(value) : value}`,
  );
  return [
    `${name}: ${number(ours)} ${unit}`,
    ...(limit === undefined ? [] : [`предел (${limitName}): ${number(limit)} ${unit}`]),
    ...(limit === undefined ? [] : [`отношение ${number(ratioOf(figure)!)}`]),
    ...(figure.goal ? [`цель ${goalInWords(figure.goal, unit)}${reaches(figure) ? "" : ", не достигнута"}`] : []),
    ...more,
  ].join("; ");
}

/** The table of README.md: one row a figure that has an identifier. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures
    .filter(({ id }) => id)
    .sort((one, other) => Number(one.id!.slice(1)) - Number(other.id!.slice(1)))
    .map((figure) => {
      const { id, name, unit, ours, limit, limitName, goal } = figure;
      const beside = limit === undefined ? "" : `${number(limit)} ${unit} (${limitName})`;
      const ratio = ratioOf(figure);
      return `| ${[id, name, `${number(ours)} ${unit}`, beside, ratio === undefined ? "" : number(ratio), goalInWords(goal, unit), { true: "да", false: "нет", undefined: "" }[String(reaches(figure)) as "true"]].join(" | ")} |`;
    });
  return [
    "| | Работа | Ориентир | Предел в том же запуске | Отношение | Цель | Достигнута |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
