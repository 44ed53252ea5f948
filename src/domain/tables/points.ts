import { letters } from "#domain/russian/letters.ts";
import type { Block, TableBlock } from "#shared/document-grids.ts";
import { captionAbove } from "./caption.ts";
import { madeBlock, madeMeasure, madeTable } from "./made-table.ts";
import { doubtOf, short } from "./notes.ts";
import { holds } from "./numbering.ts";
import { numberChecks } from "./number-checks.ts";
import { isLabelled, pointRuns, type PointRun, type PrintedPoint } from "./point-run.ts";
import { mayNameBearer, wordsOfPoint, type PointWords } from "./point-words.ts";
import type { Doubt, ReadMeasure, ReadTable, Section } from "./reading.ts";

const LAID_ON = letters(/возлож\p{L}+\s+на\s+(.+)$|возлагаю\s+на\s+(.+)$/iu);

export interface MadeOf {
  readonly tables: readonly ReadTable[];
  readonly blocks: readonly TableBlock[];
  readonly doubts: readonly Doubt[];
  /** blocks of the paragraphs that the tables are made of */
  readonly used: ReadonlySet<number>;
}

interface Point extends PrintedPoint, PointWords {
  readonly row: number;
  readonly kind: "deed" | "head" | "control" | "act";
  /** the row after its last child */
  readonly end: number;
}

/**
 * Points of an order read into measures: who (as printed), what, by when, and who controls. Points that only approve a paper, repeal
 * one or name the controller make none. `from` is the first free index for the tables made.
 */
export function readPoints(blocks: readonly Block[], taken: ReadonlySet<number>, from: number): MadeOf {
  const tables: ReadTable[] = [];
  const made: TableBlock[] = [];
  const doubts: Doubt[] = [];
  const used = new Set<number>();
  for (const run of pointRuns(blocks, taken).filter(mayBeOrder)) {
    const read = run.points.map((point, row) => pointOf(point, row, run.points));
    const heads = headsOver(read);
    const points = read.map((point, row) =>
      isPartOfAct(point, heads[row]!) ? { ...point, kind: "act" as const } : point,
    );
    if (!isOrder(run, points)) continue;
    const index = from + tables.length;
    const sections = sectionsOf(points, heads, index);
    if (sections.every(({ measures }) => measures.length === 0)) continue;
    for (const at of run.points.flatMap((point) => point.blocks)) used.add(at);
    made.push(madeBlock(index, "points", run.points));
    const table = madeTable("points", { index, caption: captionAbove(blocks, run.points[0]!.blocks[0]!), sections });
    tables.push(table);
    doubts.push(
      ...numberChecks(table)
        .filter(({ kind }) => kind === "number-duplicate")
        .map(doubtOf),
    );
    doubts.push(...points.filter(({ kind }) => kind === "act").map((point) => leftOut(point, index)));
  }
  return { tables, blocks: made, doubts, used };
}

const CONTROL = letters(/^контроль(?!\p{L})/iu);
/** says of a paper that it holds, whoever does whatever by whichever day */
const EFFECT = letters(
  /^(?:(?:настоящ|данн)\p{L}+\s+)?(?:приказ|распоряжение|постановление|решение|протокол)\s+(?:вступает|подлежит|распространя|вводится)/iu,
);
const ACT = letters(
  /^(?:утвердить|признать(?!\p{L})|считать(?!\p{L})|внести\s+изменени|ввести\s+в|отменить|приостановить|(?:информацию\s+)?принять\s+к\s+сведению|одобрить|отметить|создать\s+(?:комисси|рабоч|совет))/iu,
);
const BROAD = /(?:обеспечить|осуществлять|осуществить|организовать|провести|проводить)$/iu;

function pointOf(printed: PrintedPoint, row: number, all: readonly PrintedPoint[]): Point {
  const text = printed.lines.join(" ");
  const end = endOf(printed, row, all);
  if (CONTROL.test(text)) return { ...printed, ...NO_WORDS, row, kind: "control", end };
  if (EFFECT.test(text)) return { ...printed, ...NO_WORDS, row, kind: "act", end };
  const words = wordsOfPoint(printed.lines);
  const below = all.slice(row + 1, end);
  const numbered = below.some(({ number }) => number !== null);
  const listed = below.length > 1 && words.bearer !== null && (words.deed === "" || BROAD.test(words.deed));
  const kind = numbered || listed || (words.deed === "" && below.length > 0) ? "head" : isAct(words) ? "act" : "deed";
  return { ...printed, ...words, row, kind, end };
}

/** Who controls, and that a paper holds, are said in no further words. */
const NO_WORDS: PointWords = { bearer: null, deed: "", term: null, answers: null };

function isAct({ deed, term, bearer }: PointWords): boolean {
  return ACT.test(deed) && term === null && bearer === null;
}

/** «1. Утвердить:» «1.1. План», «1.2. Состав группы»: papers, not works. */
function isPartOfAct(point: Point, heads: readonly Point[]): boolean {
  return point.kind === "deed" && point.bearer === null && point.term === null && heads.some(isAct);
}

/** The heads that each point stands under, outermost first. */
function headsOver(points: readonly Point[]): readonly (readonly Point[])[] {
  let open: readonly Point[] = [];
  return points.map((point) => {
    open = open.filter(({ end }) => point.row < end);
    const heads = open;
    if (point.kind === "head") open = [...open, point];
    return heads;
  });
}

/** Points and items under a point are deeper than it, up to the next one that is not. */
function endOf(point: PrintedPoint, row: number, all: readonly PrintedPoint[]): number {
  let end = row + 1;
  while (end < all.length && isUnder(all[end]!, point)) end += 1;
  return end;
}

function isUnder(one: PrintedPoint, point: PrintedPoint): boolean {
  if (point.number !== null && one.number !== null) return holds(point.number, one.number);
  return one.depth > point.depth;
}

/** What `isOrder` asks for, as far as it is seen without reading the points: most numbered lists of a programme are not read at all. */
function mayBeOrder({ commanded, points }: PointRun): boolean {
  if (commanded || points.some(({ lines }) => CONTROL.test(lines.join(" ")))) return true;
  const top = points.filter(({ depth }) => depth === 1);
  return top.filter(({ lines }) => lines.slice(1).some(isLabelled) || mayNameBearer(lines)).length > top.length / 2;
}

/** A numbered list is an order where a word of command opens it, somebody controls it, or most of its points name who or by when. */
function isOrder({ commanded }: PointRun, points: readonly Point[]): boolean {
  if (points.filter(({ number }) => number !== null).length < 2) return commanded && points.length > 0;
  if (commanded || points.some(({ kind }) => kind === "control")) return true;
  const top = points.filter(({ depth }) => depth === 1);
  const says = ({ bearer, lines }: Point): boolean => bearer !== null || lines.slice(1).some(isLabelled);
  return top.filter(says).length > top.length / 2;
}

function sectionsOf(points: readonly Point[], over: readonly (readonly Point[])[], table: number): readonly Section[] {
  const controlPoint = points.find(({ kind }) => kind === "control");
  const control = controlPoint ? { text: controllerIn(controlPoint), row: controlPoint.row } : null;
  const sections: { heading: Point | null; measures: ReadMeasure[] }[] = [];
  let whole: Point | undefined;
  points.forEach((point) => {
    const isItem = point.number === null;
    const heads = over[point.row]!;
    const head = heads.at(-1) ?? null;
    if (point.kind === "head") sections.push({ heading: point, measures: [] });
    if (!isItem) whole = point.kind === "deed" ? point : undefined;
    if (point.kind !== "deed") return;
    const last = sections.at(-1);
    if (isItem && whole && whole !== head && point.row < whole.end) {
      // Items under a deed of its own are the rest of its sentence: the point stays whole.
      const owner = last?.measures.pop();
      if (owner) last!.measures.push(withItem(owner, point, table));
      return;
    }
    const bearer = point.bearer !== null ? point : [...heads].reverse().find((one) => one.bearer !== null);
    const named = [bearer?.bearer, point.answers ?? head?.answers].filter(Boolean).join("; ");
    const open = last && last.heading === head ? last : { heading: head, measures: [] };
    if (open !== last) sections.push(open);
    open.measures.push(
      madeMeasure({
        table,
        row: point.row,
        number: point.number ?? /^\d+/.exec(point.mark)?.[0] ?? null,
        mark: point.mark,
        title: point.deed || point.lines.join(" "),
        term: point.term ?? [...heads].reverse().find(({ term }) => term !== null)?.term ?? null,
        responsible: named === "" ? null : { text: named, row: bearer?.row ?? point.row },
        control,
      }),
    );
  });
  return sections.filter(({ measures }) => measures.length > 0).map((one) => sectionOf(one, table));
}

function withItem(measure: ReadMeasure, item: Point, table: number): ReadMeasure {
  return {
    ...measure,
    title: `${measure.title ?? ""} ${item.mark} ${item.lines.join(" ")}`,
    cells: { ...measure.cells, title: [...(measure.cells["title"] ?? []), { table, row: item.row, col: 1 }] },
    rows: [...measure.rows, { table, row: item.row }],
  };
}

function sectionOf({ heading, measures }: { heading: Point | null; measures: ReadMeasure[] }, table: number): Section {
  return {
    number: heading?.number ?? null,
    label: null,
    title: heading ? heading.lines.join(" ").replace(/[\s:;,.]+$/u, "") : null,
    cells: heading ? [0, 1].map((col) => ({ table, row: heading.row, col })) : [],
    block: null,
    sections: [],
    measures,
  };
}

/** «… возложить на заместителя начальника» → «заместителя начальника»; «… оставляю за собой» stays in these words. */
function controllerIn({ lines }: Point): string {
  const text = lines.join(" ").replace(/[\s.;]+$/u, "");
  const laid = LAID_ON.exec(text);
  return laid?.[1] ?? laid?.[2] ?? /оставляю\s+за\s+собой/iu.exec(text)?.[0] ?? text;
}

function leftOut({ row, mark, lines }: Point, table: number): Doubt {
  return doubtOf(
    {
      kind: "point-left-out",
      weight: "note",
      address: { table, row, col: 1 },
      text: `Пункт ${mark} «${short(lines.join(" "))}» не поручает дела: мероприятие из него не создано.`,
    },
    row,
  );
}
