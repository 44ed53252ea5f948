import { beginsLow, letters } from "#domain/russian/letters.ts";
import type { Block } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { depthOf, numberLed } from "./numbering.ts";

const LABELLED = letters(/^(?:срок|ответственн|исполнител|отв\.)[\p{L}\s()]*[:–—-]\s*\S/iu);
const TYPED_MARK = letters(/^([-–—•·▪]|\p{Ll}\)|\d{1,2}\))\s*(\S.*)$/u);

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

const COMMAND = letters(
  /(?:приказываю|приказывает|постановляю|постановляет|распоряжаюсь|обязываю|поручаю|(?<!\p{L})решили|(?<!\p{L})решил|решает|(?<!\p{L})решение)$/iu,
);

/** A run while its lines are gathered. */
interface OpenRun {
  readonly points: OpenPoint[];
  readonly commanded: boolean;
  /** depth of the last numbered point; numbers of points end in a dot */
  depth: number;
  dotted: boolean;
}

type OpenPoint = Omit<PrintedPoint, "blocks" | "lines"> & { readonly blocks: number[]; readonly lines: string[] };

/** Numbered paragraphs that go on from one another; `taken` are blocks that tables have used. An unnumbered paragraph ends a run. */
export function pointRuns(blocks: readonly Block[], taken: ReadonlySet<number>): readonly PointRun[] {
  const runs: OpenRun[] = [];
  let open: OpenRun | undefined;
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
      if (!open || (led.number === "1" && open.points.some(({ number }) => number === "1"))) {
        open = { points: [], commanded, depth: 0, dotted: false };
        runs.push(open);
      }
      open.points.push({ ...led, blocks: [at] });
      if (led.number !== null) open.depth = led.depth;
      open.dotted ||= led.number !== null && led.mark.endsWith(".");
      commanded = false;
    } else if (last && goesOn(text)) {
      last.blocks.push(at);
      last.lines.push(text);
    } else {
      open = undefined;
      commanded = isCommand(text);
    }
  });
  return runs;
}

function isCommand(text: string): boolean {
  const end = text
    .slice(-60)
    .replace(/[\s*:]+$/u, "")
    .slice(-40);
  // «п р и к а з ы в а ю» is printed letter by letter.
  return COMMAND.test(end) || COMMAND.test(end.replace(/\s/g, ""));
}

/** «Срок: …», «Ответственный: …» and a line in lower case belong to the point above. */
function goesOn(text: string): boolean {
  return beginsLow(text) || isLabelled(text);
}

/** «Срок исполнения: …», «Ответственные – …»: what is said of the words above. */
export function isLabelled(text: string): boolean {
  return LABELLED.test(text);
}

function markOf(
  text: string,
  marker: string,
  listDepth: number,
  open: OpenRun | undefined,
): Omit<OpenPoint, "blocks"> | null {
  const listed = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]*$/.exec(marker);
  if (listed?.[1]) return { mark: marker, number: listed[1], depth: depthOf(listed[1]), lines: [text] };
  const led = numberLed(text);
  // «1)» under «2.» counts within its point.
  const inner = led !== undefined && open?.dotted === true && /^\d{1,2}\)$/.test(led.raw);
  if (led && !led.word && marker === "" && /^\d/.test(led.number) && !inner) {
    return { mark: led.raw, number: led.number, depth: depthOf(led.number), lines: [led.rest] };
  }
  const typed = marker === "" ? TYPED_MARK.exec(text) : null;
  if (marker === "" && !typed) return null;
  return {
    mark: typed?.[1] ?? marker,
    number: null,
    depth: (open?.depth ?? 0) + 1 + (listDepth > 1 ? 1 : 0),
    lines: [typed?.[2] ?? text],
  };
}
