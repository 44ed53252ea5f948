/** A run of words: plain, strong, or a link to a page of the product or to another guide. */
export interface Piece {
  readonly text: string;
  readonly strong?: true;
  readonly to?: string;
}

export type Block =
  | { readonly kind: "text"; readonly pieces: readonly Piece[] }
  | { readonly kind: "steps" | "points"; readonly items: readonly (readonly Piece[])[] }
  /** a picture by the name of its file without the ending */
  | { readonly kind: "picture"; readonly name: string; readonly words: string };

/** What stands under one heading; pages lead to it by the first of its anchors. */
export interface GuideSection {
  readonly anchors: readonly string[];
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Guide {
  readonly title: string;
  readonly lead: readonly Block[];
  readonly sections: readonly GuideSection[];
}

const TITLE = /^# (.+)$/;
const HEADING = /^## (.+)$/;
const ANCHORS = /^(?:<a id="[\w-]+"><\/a>)+$/;
const PICTURE = /^!\[([^\]]+)\]\((?:\.\.\/)?pictures\/([\w-]+)\.png\)$/;
const STEP = /^\d+\. (.+)$/;
const POINT = /^- (.+)$/;
const MARKED = /\[([^\]]+)\]\(([^)]+)\)|\*\*([^*]+)\*\*/g;

/**
 * A guide of `docs/guide/roles` as the page shows it. The Markdown of the guides is small on purpose: one title, headings each with an anchor
 * before it, paragraphs and items of one line, numbered steps, points, pictures, links, strong words. Throws for a line that is none of these.
 */
export function readGuide(markdown: string): Guide {
  let title = "";
  let anchors: readonly string[] = [];
  const lead: Block[] = [];
  const sections: (GuideSection & { readonly blocks: Block[] })[] = [];
  for (const line of markdown.split("\n").map((each) => each.trimEnd())) {
    const blocks = sections.at(-1)?.blocks ?? lead;
    const named = TITLE.exec(line)?.[1];
    const heading = HEADING.exec(line)?.[1];
    if (line === "") continue;
    if (ANCHORS.test(line)) anchors = [...line.matchAll(/id="([\w-]+)"/g)].map(([, id]) => id!);
    else if (named && !title) title = named;
    else if (heading && anchors.length > 0) {
      sections.push({ anchors, title: heading, blocks: [] });
      anchors = [];
    } else add(blocks, line);
  }
  if (!title || anchors.length > 0) throw new Error("a guide has a title, and every anchor stands before a heading");
  return { title, lead, sections };
}

/** Puts one line into the blocks: items of one list stand together. */
function add(blocks: Block[], line: string): void {
  const picture = PICTURE.exec(line);
  if (picture) return void blocks.push({ kind: "picture", name: picture[2]!, words: picture[1]! });
  const step = STEP.exec(line)?.[1];
  const item = step ?? POINT.exec(line)?.[1];
  if (item === undefined) {
    if (/^[#<>|`!*]|^\s/.test(line)) throw new Error(`no such thing in a guide: ${line}`);
    return void blocks.push({ kind: "text", pieces: piecesOf(line) });
  }
  const kind = step === undefined ? "points" : "steps";
  const last = blocks.at(-1);
  if (last?.kind === kind) blocks[blocks.length - 1] = { kind, items: [...last.items, piecesOf(item)] };
  else blocks.push({ kind, items: [piecesOf(item)] });
}

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: whole, 1: words, 2: target, 3: strong, index } of line.matchAll(MARKED)) {
    if (index > at) pieces.push({ text: line.slice(at, index) });
    pieces.push(strong ? { text: strong, strong: true } : { text: words!, to: addressOf(target!) });
    at = index + whole.length;
  }
  if (at < line.length) pieces.push({ text: line.slice(at) });
  return pieces;
}

/** «/todo» is a page of the product, «school-head.md#report» a section of another guide. */
function addressOf(target: string): string {
  if (target.startsWith("/")) return target;
  const guide = /^([\w-]+)\.md(#[\w-]+)?$/.exec(target);
  if (!guide) throw new Error(`a guide leads to pages and to other guides, not to ${target}`);
  return `/help/${guide[1]}${guide[2] ?? ""}`;
}
