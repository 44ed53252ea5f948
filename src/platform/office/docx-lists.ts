import { isOn } from "./docx-styles.ts";
import { listBullet, listNumber } from "./list-numbers.ts";
import { child, children, valueOf, wholeOf, type XmlNode } from "./xml.ts";

/** Computes the printed mark of each list paragraph, as Word does: counters live per abstract list and restart under a higher level. */
export interface ListCounter {
  /** the mark of the next paragraph of a list */
  readonly markOf: (numId: string, depth: number) => string;
  /** the level at which a paragraph style stands in its list; 0 where the list does not say */
  readonly depthOfStyle: (numId: string, style: string) => number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** every number of the mark in digits, whatever its own level writes */
  readonly legal: boolean;
  /** from 1: only an item of that level or of a higher one puts the count back; 0: nothing does */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

/** the standard gives a list so many levels, from 0 on */
const MANY_LEVELS = 9;

export function listCounter(numbering: XmlNode | undefined): ListCounter {
  const abstracts = abstractLevels(numbering);
  const lists = new Map(
    children(numbering, "w:num").map((one) => {
      const base = valueOf(one, "w:abstractNumId") ?? "";
      const levels = new Map(abstracts.get(base) ?? []);
      const restarts = new Map<number, number>();
      for (const override of children(one, "w:lvlOverride")) {
        const depth = wholeOf(override.attributes["w:ilvl"], 0);
        const own = child(override, "w:lvl");
        if (own && isLevel(depth)) levels.set(depth, levelOf(own));
        const start = valueOf(override, "w:startOverride");
        if (start !== undefined) restarts.set(depth, wholeOf(start, 1));
      }
      return [one.attributes["w:numId"] ?? "", { base, levels, restarts }] as const;
    }),
  );
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const markOf = (numId: string, depth: number): string => {
    const list = lists.get(numId);
    const level = list?.levels.get(depth);
    if (!list || !level) return "";
    const counts = counters.get(list.base) ?? [];
    counters.set(list.base, counts);
    const restart = list.restarts.get(depth);
    if (restart !== undefined && !begun.has(`${numId}/${depth}`)) counts[depth] = undefined;
    begun.add(`${numId}/${depth}`);
    counts[depth] = counts[depth] === undefined ? (restart ?? level.start) : counts[depth] + 1;
    for (let below = depth + 1; below < counts.length; below += 1) {
      if (depth < (list.levels.get(below)?.restart ?? below)) counts[below] = undefined;
    }
    if (level.format === "none") return "";
    if (level.format === "bullet") return listBullet(level.text);
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = list.levels.get(at);
      const format = level.legal ? "decimal" : (of?.format ?? "decimal");
      return format === "none" ? "" : listNumber(counts[at] ?? of?.start ?? 1, format);
    });
  };
  const depthOfStyle = (numId: string, style: string): number => {
    const found = [...(lists.get(numId)?.levels ?? [])].find(([, level]) => level.style === style);
    return found?.[0] ?? 0;
  };
  return { markOf, depthOfStyle };
}

/** Levels of each abstract list; one that only names a list style has the levels of the list that carries this style. */
function abstractLevels(numbering: XmlNode | undefined): ReadonlyMap<string, Map<number, Level>> {
  const nodes = children(numbering, "w:abstractNum");
  const styled = new Map(nodes.map((one) => [valueOf(one, "w:styleLink"), one]));
  return new Map(
    nodes.map((one) => {
      const link = valueOf(one, "w:numStyleLink");
      const carrier = link === undefined ? undefined : styled.get(link);
      return [one.attributes["w:abstractNumId"] ?? "", levelsOf(carrier ?? one)];
    }),
  );
}

function levelsOf(abstract: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of children(abstract, "w:lvl")) {
    const depth = wholeOf(one.attributes["w:ilvl"], 0);
    if (isLevel(depth)) levels.set(depth, levelOf(one));
  }
  return levels;
}

const isLevel = (depth: number): boolean => depth >= 0 && depth < MANY_LEVELS;

function levelOf(node: XmlNode): Level {
  const restart = valueOf(node, "w:lvlRestart");
  return {
    start: wholeOf(valueOf(node, "w:start"), 1),
    format: valueOf(node, "w:numFmt") ?? "decimal",
    text: valueOf(node, "w:lvlText") ?? "",
    legal: isOn(child(node, "w:isLgl")),
    restart: restart === undefined ? undefined : wholeOf(restart, 0),
    style: valueOf(node, "w:pStyle"),
  };
}
