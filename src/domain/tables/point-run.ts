import type { Block } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { numberLed } from "./numbering.ts";

/** One paragraph of an order with its number or mark, and the unmarked lines that belong to it. */
export interface PrintedPoint {
  readonly blocks: readonly number[];
  /** «1.», «2.1.», «–» as printed or computed */
  readonly mark: string;
  /** «2.1» for a numbered point, null for an item of a list */
  readonly number: string | null;
  /** 1 for «1», 2 for «1.1» and for a list under «1» */
  readonly depth: number;
  readonly lines: readonly string[];
}

export interface PointRun {
  readonly points: readonly PrintedPoint[];
  /** a word of command («приказываю») stands over the points */
  readonly commanded: boolean;
}

const COMMAND =
  /(?:приказываю|приказывает|постановляю|постановляет|распоряжаюсь|обязываю|поручаю|(?<!\p{L})решили|(?<!\p{L})решил|решает|(?<!\p{L})решение)$/iu;

/** Numbered paragraphs that go on from one another; `taken` are blocks that tables have used. An unnumbered paragraph ends a run. */
export function pointRuns(blocks: readonly Block[], taken: ReadonlySet<number>): readonly PointRun[] {
  const runs: { points: PrintedPoint[]; commanded: boolean }[] = [];
  let open: { points: PrintedPoint[]; commanded: boolean } | undefined;
  let commanded = false;
  blocks.forEach((block, at) => {
    const text = block.kind === "paragraph" && !taken.has(at) ? fold(block.text) : "";
    if (text === "") {
      if (block.kind === "table") open = undefined;
      return;
    }
    const led =
      block.kind === "paragraph" ? markOf(text, block.list?.marker ?? "", block.list?.depth ?? 0, open) : null;
    const last = open?.points.at(-1);
    if (led && (led.number !== null || last)) {
      if (!open || restarts(open.points, led.number)) {
        open = { points: [], commanded };
        runs.push(open);
      }
      open.points.push({ ...led, blocks: [at] });
      commanded = false;
    } else if (open && last && goesOn(text)) {
      open.points.splice(-1, 1, { ...last, blocks: [...last.blocks, at], lines: [...last.lines, text] });
    } else {
      open = undefined;
      commanded = isCommand(text);
    }
  });
  return runs;
}

function isCommand(text: string): boolean {
  const compact = text.replace(/[\s*:]+$/u, "");
  // «п р и к а з ы в а ю» is printed letter by letter.
  return COMMAND.test(compact) || COMMAND.test(compact.slice(-40).replace(/\s/g, ""));
}

/** «Срок: …», «Ответственный: …» and a line in lower case belong to the point above. */
function goesOn(text: string): boolean {
  return /^\p{Ll}/u.test(text) || isLabelled(text);
}

/** «Срок исполнения: …», «Ответственные – …»: what is said of the words above. */
export function isLabelled(text: string): boolean {
  return /^(?:срок|ответственн|исполнител|отв\.)[\p{L}\s()]*[:–—-]\s*\S/iu.test(text);
}

function restarts(points: readonly PrintedPoint[], number: string | null): boolean {
  return number === "1" && points.some((point) => point.number === "1");
}

function markOf(
  text: string,
  marker: string,
  listDepth: number,
  open: { readonly points: readonly PrintedPoint[] } | undefined,
): Omit<PrintedPoint, "blocks"> | null {
  const listed = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]*$/.exec(marker);
  if (listed?.[1]) return { mark: marker, number: listed[1], depth: depthOf(listed[1]), lines: [text] };
  const led = numberLed(text);
  const inner = led !== undefined && isInner(led.raw, open);
  if (led && !led.word && marker === "" && /^\d/.test(led.number) && !inner) {
    return { mark: led.raw, number: led.number, depth: depthOf(led.number), lines: [led.rest] };
  }
  const typed = marker === "" ? /^([-–—•·▪]|\p{Ll}\)|\d{1,2}\))\s*(\S.*)$/u.exec(text) : null;
  if (marker === "" && !typed) return null;
  const above = [...(open?.points ?? [])].reverse().find(({ number }) => number !== null);
  return {
    mark: typed?.[1] ?? marker,
    number: null,
    depth: (above?.depth ?? 0) + 1 + (listDepth > 1 ? 1 : 0),
    lines: [typed?.[2] ?? text],
  };
}

/** «1)» under «2.» counts within its point. */
function isInner(raw: string, open: { readonly points: readonly PrintedPoint[] } | undefined): boolean {
  if (!/^\d{1,2}\)$/.test(raw)) return false;
  return open?.points.some(({ mark, number }) => number !== null && mark.endsWith(".")) === true;
}

const depthOf = (number: string): number => number.split(".").length;
