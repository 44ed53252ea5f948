import { fold } from "#domain/tables/fold.ts";
import type { ReadMeasure, RowAddress, Section } from "#domain/tables/reading.ts";
import { joinedText } from "./join-texts.ts";
import { partMeasure } from "./part-measure.ts";
import { cellText, type Source } from "./source.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";

/** A measure of a table with the sections it stands in, outermost first. */
export interface Line {
  readonly path: readonly Section[];
  readonly measure: ReadMeasure;
}

/** What an answer about a whole row changes: a continued row parted again, a row without a number joined to the one above, a list parted. */
export type Reshaping =
  | { readonly kind: "separate"; readonly row: RowAddress }
  | { readonly kind: "join"; readonly measure: string }
  | { readonly kind: "part"; readonly measure: string; readonly cuts: readonly number[] };

/** The lines of a table after the answers about its rows; the same answers in any order give the same lines. */
export function reshaped(lines: readonly Line[], reshapings: readonly Reshaping[], source: Source): Line[] {
  const parted = lines.flatMap((line) => part(line, reshapings, source));
  const joins = new Set(reshapings.flatMap((one) => (one.kind === "join" ? [one.measure] : [])));
  const whole = parted.reduce<Line[]>((done, line) => {
    const above = done.at(-1);
    if (above && joins.has(line.measure.key))
      done[done.length - 1] = { ...above, measure: joined(above.measure, line.measure) };
    else done.push(line);
    return done;
  }, []);
  const lists = new Map(reshapings.flatMap((one) => (one.kind === "part" ? [[one.measure, one.cuts] as const] : [])));
  return whole.flatMap((line) => {
    const cuts = lists.get(line.measure.key);
    return cuts ? partMeasure(line.measure, cuts, source.grids).map((measure) => ({ ...line, measure })) : [line];
  });
}

function part(line: Line, reshapings: readonly Reshaping[], source: Source): Line[] {
  const cuts = line.measure.rows
    .slice(1)
    .filter((row) => reshapings.some((one) => one.kind === "separate" && sameRow(one.row, row)));
  return cuts
    .reduceRight<ReadMeasure[]>(
      ([whole, ...later], cut) => {
        const [before, after] = split(whole!, cut, source);
        return [before, after, ...later];
      },
      [line.measure],
    )
    .map((measure) => ({ ...line, measure }));
}

/** The rows of a measure before a row and from it on, each with its own cells and texts. */
export function split(measure: ReadMeasure, from: RowAddress, source: Source): [ReadMeasure, ReadMeasure] {
  const isLater = (one: RowAddress) => one.table > from.table || (one.table === from.table && one.row >= from.row);
  const half = (later: boolean): ReadMeasure => {
    const cells = Object.fromEntries(
      Object.entries(measure.cells)
        .map(([field, all]) => [field, all.filter((cell) => isLater(cell) === later)] as const)
        .filter(([, own]) => own.length > 0),
    );
    const text = (field: string) => fold((cells[field] ?? []).map((cell) => cellText(source.grids, cell)).join(" "));
    const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, text(field) || null]));
    const plan = Object.keys(measure.plan ?? {}).map((key) => [key, text(`plan ${key}`)] as const);
    const extra = Object.keys(measure.extra ?? {}).map((key) => [key, text(`extra ${key}`)] as const);
    return {
      ...measure,
      ...texts,
      ...(later && { key: `t${from.table}r${from.row}`, number: null, numberRaw: null }),
      ...(measure.plan && { plan: Object.fromEntries(plan.filter(([, value]) => value !== "")) }),
      ...(measure.extra && { extra: Object.fromEntries(extra.filter(([, value]) => value !== "")) }),
      cells,
      rows: measure.rows.filter((row) => isLater(row) === later),
    };
  };
  const first = half(false);
  // a title printed after its number in one cell («1.2. Провести …») keeps the words the reading gave it
  const tail = half(true);
  const kept = measure.title && tail.title && measure.title.endsWith(tail.title);
  return [kept ? { ...first, title: fold(measure.title.slice(0, -tail.title.length)) || null } : first, tail];
}

/** Two measures as one: cells and rows of both, each text gone on with. */
export function joined(above: ReadMeasure, below: ReadMeasure): ReadMeasure {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, joinedText(field, above[field], below[field])]));
  const merged = (one: Readonly<Record<string, string>> = {}, other: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
        key,
        joinedText(key, one[key] ?? null, other[key] ?? null) ?? "",
      ]),
    );
  const fields = [...new Set([...Object.keys(above.cells), ...Object.keys(below.cells)])];
  return {
    ...above,
    ...texts,
    ...((above.plan ?? below.plan) && { plan: merged(above.plan, below.plan) }),
    ...((above.extra ?? below.extra) && { extra: merged(above.extra, below.extra) }),
    cells: Object.fromEntries(
      fields.map((field) => [field, [...(above.cells[field] ?? []), ...(below.cells[field] ?? [])]]),
    ),
    rows: [...above.rows, ...below.rows],
  };
}

function sameRow(one: RowAddress, other: RowAddress): boolean {
  return one.table === other.table && one.row === other.row;
}
