import { beginsLow, letters } from "#domain/russian/letters.ts";
import type { Block, ParagraphBlock } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { doubtOf, short } from "./notes.ts";
import { numberLed } from "./numbering.ts";
import { isLabelled } from "./point-run.ts";
import type { Doubt } from "./reading.ts";
import type { TextItem, TextKind, TextSection } from "./text-section.ts";

const CAPITALS = letters(/\p{Lu}{3}/u);
const HAS_LOWER = letters(/\p{Ll}/u);
const CAPITAL = letters(/^\p{Lu}/u);

interface OpenText {
  heading: string | null;
  level: number;
  paragraphs: string[];
  items: TextItem[];
  blocks: number[];
  /** most empty lines between two of its items */
  spacing: number;
  /** the last thing added is a paragraph */
  paragraphsSince: boolean;
}

/** Words of headings and what stands under them; the first that is found in a heading counts. */
const KINDS: readonly (readonly [TextKind, RegExp])[] = [
  ["abbreviations", /обозначени|сокращени|термин|глоссари|основные понятия/i],
  ["stages", letters(/этап|фаз[аы](?!\p{L})|ход реализации/iu)],
  ["criteria", /критери/i],
  ["indicators", /показател|индикатор|целевые значения|измерител/i],
  [
    "duties",
    letters(
      /обязан|обязуется|обязуются|полномочи|функционал|(?<!\p{L})функци[ия](?!\p{L})|зон[аы] ответственности|(?:должен|должна|должны)\s*:?$/iu,
    ),
  ],
  ["tasks", /задач/i],
  [
    "participants",
    letters(/участник|объект|субъект|адресат|целев(?:ая|ые) (?:аудитори|групп)|(?<!\p{L})партн[её]ры?(?!\p{L})/iu),
  ],
];

/** What stands outside tables: headings with their paragraphs and lists. `taken` are blocks already used by tables. */
export function readTexts(
  blocks: readonly Block[],
  taken: ReadonlySet<number>,
): { texts: readonly TextSection[]; doubts: readonly Doubt[] } {
  const sections: OpenText[] = [];
  const doubts: Doubt[] = [];
  let blanks = 0;
  blocks.forEach((block, at) => {
    if (block.kind === "table") {
      blanks += 1;
      return;
    }
    const text = fold(block.text);
    if (text === "" || taken.has(at)) {
      blanks += 1;
      return;
    }
    const last = sections.at(-1);
    const item = itemOf(block, text) ?? looseItem(text, last);
    if (!item && isHeading(blocks, at, text)) {
      sections.push(opened(text, block.level ?? 0, at));
    } else if (item && last && parted(last, blanks)) {
      sections.push({ ...opened(null, 0, at), items: [item], paragraphsSince: false });
      doubts.push(headless(text, at));
    } else {
      const open = last ?? opened(null, 0);
      if (!last) sections.push(open);
      if (item && open.items.length > 0 && !open.paragraphsSince) open.spacing = Math.max(open.spacing, blanks);
      if (item) open.items.push(item);
      else open.paragraphs.push(text);
      open.paragraphsSince = !item;
      open.blocks.push(at);
    }
    blanks = 0;
  });
  const texts = sections.map(({ heading, level, paragraphs, items, blocks: own }) => {
    return { kind: kindOf(heading, items), heading, level, paragraphs, items, blocks: own };
  });
  return { texts, doubts };
}

function opened(heading: string | null, level: number, ...blocks: number[]): OpenText {
  return { heading, level, paragraphs: [], items: [], blocks, spacing: 0, paragraphsSince: false };
}

/** A list set apart from the one above by more empty lines than its own items are. */
function parted({ items, spacing, paragraphsSince }: OpenText, blanks: number): boolean {
  if (paragraphsSince || items.length === 0) return false;
  return blanks > (items.length > 1 ? spacing : 1);
}

function headless(text: string, block: number): Doubt {
  return doubtOf(
    {
      kind: "list-without-heading",
      weight: "question",
      block,
      text: `Список, который начинается словами «${short(text)}», стоит без заголовка: к чему он относится, решать вам.`,
    },
    block,
  );
}

/** An item whose mark was lost on the way: lower case, with a semicolon; the last one ends like a sentence. */
function looseItem(text: string, last: OpenText | undefined): TextItem | undefined {
  if (!beginsLow(text)) return undefined;
  const goesOn = last !== undefined && !last.paragraphsSince && last.items.at(-1)?.text.endsWith(";") === true;
  return text.endsWith(";") || goesOn ? { marker: "", text } : undefined;
}

function itemOf({ list }: ParagraphBlock, text: string): TextItem | undefined {
  if (list) return { marker: list.marker, text };
  const typed = /^([-–—•·▪])\s*(\S.*)$/u.exec(text);
  if (typed) return { marker: typed[1]!, text: typed[2]! };
  const led = numberLed(text);
  return led && !led.word ? { marker: led.raw, text: led.rest } : undefined;
}

function isHeading(blocks: readonly Block[], at: number, text: string): boolean {
  const { level, bold } = blocks[at] as ParagraphBlock;
  if (level !== undefined) return true;
  if (text.length > 200 || /[.;,]$/.test(text) || isLabelled(text)) return false;
  if (bold === true || text.endsWith(":")) return true;
  const next = blocks.slice(at + 1, at + 12).find((one) => one.kind === "table" || fold(one.text) !== "");
  if (next?.kind !== "paragraph") return false;
  const below = fold(next.text);
  return (itemOf(next, below) ?? looseItem(below, undefined)) !== undefined || namesPassage(text);
}

const PASSAGES = letters(
  /^(?:введение|общие положения|пояснительная записка|цел[ьи](?!\p{L})|ожидаемые результаты|риски|механизм|заключение|паспорт)/iu,
);

/** Text files have no styles: a short line in capitals, or one that names a passage, over a longer text. */
function namesPassage(text: string): boolean {
  if (text.length > 120) return false;
  if (CAPITALS.test(text) && !HAS_LOWER.test(text)) return true;
  if (!CAPITAL.test(text)) return false;
  const opening = text.split(" ").slice(0, 3).join(" ");
  return PASSAGES.test(text) || KINDS.some(([, word]) => word.test(opening));
}

function kindOf(heading: string | null, items: readonly TextItem[]): TextKind {
  const byHeading = KINDS.find(([, word]) => word.test(heading ?? ""));
  if (byHeading) return byHeading[0];
  const counted = items.filter(({ text }) =>
    /^(?:доля|количество|число|процент|удельный вес|охват|уровень)/i.test(text),
  ).length;
  return items.length > 0 && counted >= items.length * 0.6 ? "indicators" : "other";
}
