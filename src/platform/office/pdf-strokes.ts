import { placed, type Matrix } from "./pdf-matrix.ts";

/** A straight line that runs along the page or down it. */
export interface Stroke {
  readonly across: boolean;
  /** its distance from the other edge of the page */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A filled shape thinner than this is a line. */
const THIN = 3;
const ASKEW = 0.7;

type Point = readonly [number, number];

/** Lines of one path: sides of what is stroked, and the middle of a thin filled bar. `data` is a path as the library packs it. */
export function strokesOf(data: unknown, matrix: Matrix, how: "stroke" | "fill"): readonly Stroke[] {
  const outlines = outlinesOf(data, matrix);
  if (how === "fill") return outlines.flatMap((outline) => barOf(outline));
  return outlines.flatMap((outline) =>
    outline.slice(1).flatMap((point, at) => {
      const one = strokeBetween(outline[at]!, point);
      return one ? [one] : [];
    }),
  );
}

function outlinesOf(data: unknown, matrix: Matrix): readonly (readonly Point[])[] {
  if (!(data instanceof Float32Array) && !Array.isArray(data)) return [];
  const path = data as ArrayLike<number>;
  const found: Point[][] = [];
  // How many numbers follow: move, line, cubic curve, quadratic curve, close.
  const lengths = [2, 2, 6, 4, 0];
  for (let at = 0; at < path.length;) {
    const kind = path[at]!;
    const length = lengths[kind];
    if (length === undefined) break;
    const last = found.at(-1);
    if (kind === 4) {
      if (last?.[0]) last.push(last[0]);
    } else {
      const point = placed(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0);
      if (kind === 0 || !last) found.push([point]);
      else last.push(point);
    }
    at += length + 1;
  }
  return found;
}

function strokeBetween([x0, y0]: Point, [x1, y1]: Point): Stroke | undefined {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (height <= ASKEW && width > height)
    return { across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
  if (width <= ASKEW && height > width)
    return { across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  return undefined;
}

function barOf(outline: readonly Point[]): readonly Stroke[] {
  if (outline.length < 2) return [];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of outline) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THIN) return [];
  // A dot is part of a dotted line in either direction.
  const dot = Math.max(width, height) <= THIN;
  return [
    ...(dot || width >= height ? [{ across: true, at: (top + bottom) / 2, from: left, to: right }] : []),
    ...(dot || height > width ? [{ across: false, at: (left + right) / 2, from: top, to: bottom }] : []),
  ];
}
