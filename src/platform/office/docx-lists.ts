import { listBullet, listNumber } from "./list-numbers.ts";
import { child, children, valueOf, type XmlNode } from "./xml.ts";

/** Computes the printed mark of each list paragraph, as Word does: counters live per abstract list and restart under a higher level. */
export type ListCounter = (numId: string, depth: number) => string;

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}

const MANY_LEVELS = 9;

export function listCounter(numbering: XmlNode | undefined): ListCounter {
  const abstracts = new Map(
    children(numbering, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", levelsOf(one)]),
  );
  const lists = new Map(
    children(numbering, "w:num").map((one) => {
      const base = valueOf(one, "w:abstractNumId") ?? "";
      const levels = new Map(abstracts.get(base) ?? []);
      const restarts = new Map<number, number>();
      for (const override of children(one, "w:lvlOverride")) {
        const depth = Number(override.attributes["w:ilvl"] ?? 0);
        const own = child(override, "w:lvl");
        if (own) levels.set(depth, levelOf(own));
        const start = valueOf(override, "w:startOverride");
        if (start !== undefined) restarts.set(depth, Number(start));
      }
      return [one.attributes["w:numId"] ?? "", { base, levels, restarts }] as const;
    }),
  );
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return (numId, depth) => {
    const list = lists.get(numId);
    const level = list?.levels.get(depth);
    if (!list || !level) return "";
    const counts = counters.get(list.base) ?? [];
    counters.set(list.base, counts);
    const restart = list.restarts.get(depth);
    if (restart !== undefined && !begun.has(`${numId}/${depth}`)) counts[depth] = undefined;
    begun.add(`${numId}/${depth}`);
    counts[depth] = counts[depth] === undefined ? (restart ?? level.start) : counts[depth] + 1;
    counts.length = depth + 1;
    if (level.format === "none") return "";
    if (level.format === "bullet") return listBullet(level.text);
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = list.levels.get(at)?.format ?? "decimal";
      return listNumber(counts[at] ?? list.levels.get(at)?.start ?? 1, format);
    });
  };
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of children(abstract, "w:lvl").slice(0, MANY_LEVELS)) {
    levels.set(Number(one.attributes["w:ilvl"] ?? 0), levelOf(one));
  }
  return levels;
}

function levelOf(node: XmlNode): Level {
  return {
    start: Number(valueOf(node, "w:start") ?? 1),
    format: valueOf(node, "w:numFmt") ?? "decimal",
    text: valueOf(node, "w:lvlText") ?? "",
  };
}
