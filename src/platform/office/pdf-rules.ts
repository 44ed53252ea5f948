import type { Stroke } from "./pdf-strokes.ts";

/** Lines nearer than this are drawn as one by any eye: a double border, the borders of two neighbouring cells. */
export const NEAR = 3;
/** shorter lines are ticks, dashes, letters drawn as shapes */
const SHORTEST = 7;
/** beyond so many lines a page is a drawing */
const MOST_RULES = 3000;

/** Ruled lines that touch each other: what is left of a drawn table. */
export interface Ruling {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Joins strokes that go on in one line (cells drawn one by one, dots), then gathers those that cross into rulings. */
export function rulingsOf(strokes: readonly Stroke[]): readonly Ruling[] {
  const across = joined(strokes.filter((stroke) => stroke.across));
  const down = joined(strokes.filter((stroke) => !stroke.across));
  if (across.length + down.length > MOST_RULES) return [];
  const all = [...across, ...down];
  const group = all.map((_one, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (group[root] !== root) root = group[root]!;
    return (group[at] = root);
  };
  across.forEach((one, a) => {
    down.forEach((other, d) => {
      if (cross(one, other)) group[find(a)] = find(across.length + d);
    });
  });
  const rulings = new Map<number, { across: Stroke[]; down: Stroke[] }>();
  all.forEach((one, at) => {
    const root = find(at);
    const ruling = rulings.get(root) ?? { across: [], down: [] };
    (one.across ? ruling.across : ruling.down).push(one);
    rulings.set(root, ruling);
  });
  return [...rulings.values()];
}

function cross(across: Stroke, down: Stroke): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

function joined(strokes: readonly Stroke[]): readonly Stroke[] {
  const order = [...strokes].sort((a, b) => a.at - b.at);
  const bands: Stroke[][] = [];
  for (const stroke of order) {
    const band = bands.at(-1);
    if (band && stroke.at - band[0]!.at <= NEAR) band.push(stroke);
    else bands.push([stroke]);
  }
  return bands.flatMap((band) => {
    const whole: { across: boolean; at: number; from: number; to: number }[] = [];
    for (const { across, at, from, to } of band.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && from <= last.to + NEAR + 0.5) last.to = Math.max(last.to, to);
      else whole.push({ across, at, from, to });
    }
    return whole.filter(({ from, to }) => to - from >= SHORTEST);
  });
}
