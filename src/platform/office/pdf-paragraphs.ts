import type { Habits, TextBox } from "./pdf-habits.ts";
import { isBrokenWord, jointOf } from "./pdf-hyphens.ts";
import type { Line } from "./pdf-lines.ts";

/** Lines of one paragraph, joined. */
export interface Paragraph {
  readonly text: string;
  /** mark of a list, where it stands apart from the text as a program sets it */
  readonly mark: string | null;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly size: number;
  readonly lines: readonly Line[];
}

const BULLET = /^[•▪·●○◦‣⁃■□➢✓✔❖]$/u;
const MARK = /^(?:[-–—•▪·●○◦‣⁃■□➢✓✔❖]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\p{L}\))$/u;
/** a gap between mark and text, in parts of the size, that no typed space makes */
const MARK_GAP = 0.6;

/** Paragraphs of a box, told apart by gaps, indents, short lines, marks of lists and changes of type. */
export function paragraphsOf(box: TextBox, habits: Habits): readonly Paragraph[] {
  const groups: Line[][] = [];
  for (const line of box.lines) {
    const group = groups.at(-1);
    if (group && !begins(line, group, box, habits)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((lines) => paragraphOf(lines, box, habits));
}

function paragraphOf(lines: readonly Line[], box: TextBox, habits: Habits): Paragraph {
  const listed = markOf(lines[0]!);
  const texts = lines.map(({ text }, at) => (at === 0 && listed ? listed.rest : text));
  const letters = lines.filter(({ text }) => /[\p{L}\d]/u.test(text));
  return {
    text: texts.slice(1).reduce((text, next, at) => joinedText(text, next, lines[at]!, box, habits), texts[0]!),
    mark: listed?.mark ?? null,
    bold: letters.length > 0 && letters.every(({ bold }) => bold),
    centred: lines.every((line) => isCentred(line, box)),
    size: Math.max(...lines.map(({ size }) => size)),
    lines,
  };
}

function joinedText(text: string, next: string, above: Line, box: TextBox, habits: Habits): string {
  if (/[\p{L}\d]-$/u.test(text)) {
    const { glue, dropped, unsure } = jointOf(text, next, above.spaced, habits.words, habits.hyphenates);
    // An invisible sign stays where the joining is a guess, so that a reader can ask about it.
    return `${dropped ? text.slice(0, -1) : text}${glue === "" && unsure ? "\u00AD" : glue}${next}`;
  }
  // Programs break after a dash and after a stroke without a space, and inside a word that is wider than its cell.
  const broken = habits.wraps && !above.spaced && box.cell && !isCentred(above, box) && !fits(above, next, box);
  if (broken && /(?:\s[-–—]|[\p{L}\d]\/)$/u.test(text)) return text + next;
  const full = box.right - box.left - (above.to - above.from) < above.size;
  const alone = !/\s/u.test(above.text.trim());
  if (box.cell && full && alone && !above.spaced && isBrokenWord(above.text, next, habits.words))
    return `${text}\u00AD${next}`;
  return `${text} ${next}`;
}

/** The mark of a list before a line, where it is a bullet or stands as far from the text as a program puts it. */
export function markOf({ bits, text, size }: Line): { mark: string; rest: string } | undefined {
  const drawn = bits.filter((bit) => bit.text !== " ").sort((a, b) => a.from - b.from);
  const [mark, next] = drawn;
  if (!mark || !next || !MARK.test(mark.text) || !text.startsWith(mark.text)) return undefined;
  // A program draws the mark apart from the text; what a person typed is one with it, however wide the line is stretched.
  if (!BULLET.test(mark.text) && (next.run === mark.run || next.from - mark.to < MARK_GAP * size)) return undefined;
  return { mark: mark.text, rest: text.slice(mark.text.length).trim() };
}

function begins(line: Line, group: readonly Line[], box: TextBox, { wraps, leading }: Habits): boolean {
  const above = group.at(-1)!;
  const usual = box.cell ? leading.cell : leading.body;
  const size = Math.max(line.size, above.size);
  if (line.turn !== above.turn) return true;
  if (line.base - above.base > Math.max(usual * 1.3, usual + 0.25) * size) return true;
  if (Math.abs(line.size - above.size) > 0.08 * size && /[\p{L}\d]{2}/u.test(line.text + above.text)) return true;
  if (markOf(line)) return true;
  const typed = /^(?:[-–—•]|\d{1,2}[.)])\s/u.test(line.text);
  if (typed && /[.;:]$/u.test(above.text)) return true;
  if (wraps && above.spaced) return false;
  if (/[\p{L}\d]-$/u.test(above.text)) return false;
  if (box.cell) return fits(above, line.text, box, line.first);
  if (line.bold !== above.bold && !/^\p{Ll}/u.test(line.text)) return true;
  const [centred, over] = [isCentred(line, box), isCentred(above, box)];
  // A title runs over several centred lines, the widest of which fill the page.
  if ((centred || over) && /^\p{Ll}/u.test(line.text) && line.bold === above.bold) return false;
  if (centred && over) return fits(above, line.text, box, line.first);
  if (centred !== over && !/^\p{Ll}/u.test(line.text) && line.from - box.left > 6) return true;
  const listed = markOf(group[0]!) !== undefined;
  if (line.from > above.from + 6 && !(listed && group.length === 1)) return true;
  if (group.length === 1 && !listed && line.from - box.left > 6 && Math.abs(line.from - above.from) < 2) return true;
  return fits(above, line.text, box, line.first);
}

/** Whether the first word of the next line would have stood in this one: then the line was ended on purpose. */
export function fits(above: Line, next: string, box: TextBox, first?: number): boolean {
  const word = first ?? (/^\S+/u.exec(next)?.[0].length ?? 0) * above.size * 0.5;
  const room = isCentred(above, box) ? box.right - box.left - (above.to - above.from) : box.right - above.to;
  return word + above.size * 0.35 < room;
}

export function isCentred({ from, to }: Line, { left, right }: TextBox): boolean {
  return from - left > 6 && Math.abs(from - left - (right - to)) < 5;
}
