import type { Block, ParagraphBlock } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";
import { doubtOf, short } from "./notes.ts";
import { numberLed } from "./numbering.ts";
import type { Doubt, TextItem, TextKind, TextSection } from "./reading.ts";

interface OpenText {
  heading: string | null;
  level: number;
  paragraphs: string[];
  items: TextItem[];
  blocks: number[];
}

const KINDS: readonly (readonly [TextKind, RegExp])[] = [
  ["abbreviations", /обозначени|сокращени/i],
  ["stages", /этап/i],
  ["criteria", /критери/i],
  ["indicators", /показател|индикатор/i],
  ["duties", /обязан|обязуется|(?<!\p{L})функции(?!\p{L})/iu],
  ["tasks", /задач/i],
  ["participants", /участник|объект/i],
];

/** What stands outside tables: headings with their paragraphs and lists. `taken` are blocks already used by tables. */
export function readTexts(
  blocks: readonly Block[],
  taken: ReadonlySet<number>,
): { texts: readonly TextSection[]; doubts: readonly Doubt[] } {
  const sections: OpenText[] = [];
  const doubts: Doubt[] = [];
  let gap = false;
  blocks.forEach((block, at) => {
    if (block.kind === "table") {
      gap = true;
      return;
    }
    const text = fold(block.text);
    if (text === "" || taken.has(at)) {
      gap = true;
      return;
    }
    const item = itemOf(block, text);
    const next = blocks.slice(at + 1).find((one) => one.kind === "table" || fold(one.text) !== "");
    const last = sections.at(-1);
    if (!item && isHeading(block, text, next)) {
      sections.push({ heading: text, level: block.level ?? 0, paragraphs: [], items: [], blocks: [at] });
    } else if (item && gap && last && last.items.length > 0 && last.blocks.at(-1)! < at - 1) {
      sections.push({ heading: null, level: 0, paragraphs: [], items: [item], blocks: [at] });
      doubts.push(
        doubtOf(
          {
            kind: "list-without-heading",
            weight: "question",
            block: at,
            text: `Список, который начинается словами «${short(text)}», стоит без заголовка: к чему он относится, решать вам.`,
          },
          at,
        ),
      );
    } else {
      const open = last ?? { heading: null, level: 0, paragraphs: [], items: [], blocks: [] };
      if (!last) sections.push(open);
      if (item) open.items.push(item);
      else open.paragraphs.push(text);
      open.blocks.push(at);
    }
    gap = false;
  });
  return { texts: sections.map((one) => ({ kind: kindOf(one), ...one })), doubts };
}

function itemOf({ list }: ParagraphBlock, text: string): TextItem | undefined {
  if (list) return { marker: list.marker, text };
  const typed = /^([-–—•·▪])\s*(\S.*)$/u.exec(text);
  if (typed) return { marker: typed[1]!, text: typed[2]! };
  const led = numberLed(text);
  return led && !led.word ? { marker: led.raw, text: led.rest } : undefined;
}

function isHeading(block: ParagraphBlock, text: string, next: Block | undefined): boolean {
  if (block.level !== undefined) return true;
  const leadsList = next?.kind === "paragraph" && itemOf(next, fold(next.text)) !== undefined;
  if (text.length <= 200 && leadsList && !/[.;,]$/.test(text)) return true;
  return text.length <= 200 && (block.bold === true || text.endsWith(":")) && !/[.;,]$/.test(text);
}

function kindOf({ heading, items }: OpenText): TextKind {
  const byHeading = KINDS.find(([, word]) => word.test(heading ?? ""));
  if (byHeading) return byHeading[0];
  const counted = items.filter(({ text }) =>
    /^(?:доля|количество|число|процент|удельный вес|охват|уровень)/i.test(text),
  ).length;
  return items.length > 0 && counted >= items.length * 0.6 ? "indicators" : "other";
}
