import { letters } from "#domain/russian/letters.ts";
import type { Block } from "#shared/document-grids.ts";
import { fold, paragraphAt } from "./fold.ts";

const GOES_ON = letters(/^[\p{Ll}(«]/u);
const ABOUT = letters(/^об?\s+\p{L}/iu);
const LOWER_LINE = letters(/^\p{Ll}.*[^:]$/u);

/** Blocks that title a table: the last heading before it with the headings and bold lines next to it, else the plain lines right above. */
export function captionBlocks(blocks: readonly Block[], before: readonly number[]): readonly number[] {
  const level = (at: number): number | undefined => {
    const block = blocks[at];
    return block?.kind === "paragraph" ? block.level : undefined;
  };
  const lastHeading = [...before].reverse().find((at) => level(at) !== undefined);
  if (lastHeading !== undefined) {
    const place = before.indexOf(lastHeading);
    let from = place;
    while (from > 0 && level(before[from - 1]!) !== undefined && place - from < 3) from -= 1;
    let to = place + 1;
    while (to < before.length && to - place < 4 && titleLine(blocks[before[to]!]!)) to += 1;
    // A bold line that names a plan, right above its table, is nearer than the heading of the whole document.
    const own = before
      .slice(to)
      .findIndex((_, after, below) => below.slice(after).every((one) => titleLine(blocks[one]!)));
    const named = own >= 0 && NAMES_PLAN.test(paragraphAt(blocks, before[to + own]!));
    return named ? before.slice(to + own) : before.slice(from, to);
  }
  let from = before.length;
  while (from > 0 && before.length - from < 4 && plainLine(blocks[before[from - 1]!]!)) from -= 1;
  const near = before.slice(from);
  const named = lastPlace(near, (at) => NAMES_PLAN.test(paragraphAt(blocks, at)));
  if (named >= 0) return upToLabel(blocks, near.slice(named));
  const bold = near.filter((at) => titleLine(blocks[at]!));
  if (bold.length > 0) return upToLabel(blocks, near.slice(near.indexOf(bold[0]!)));
  if (near.length === 0) return titleAbove(blocks, before);
  const plain = near.filter((at) => !LABEL.test(paragraphAt(blocks, at)));
  return (plain.length > 0 ? plain : near).slice(-1);
}

/** «Руководитель: …», «Тема: …» under a title say something of the plan and are no more its title. */
function upToLabel(blocks: readonly Block[], title: readonly number[]): readonly number[] {
  const label = title.findIndex((at, place) => place > 0 && LABEL.test(paragraphAt(blocks, at)));
  return label < 0 ? title : title.slice(0, label);
}

/** A plan may have its tasks or a note between its title and its table: the last line that names a plan, with the lines it goes on in. */
function titleAbove(blocks: readonly Block[], before: readonly number[]): readonly number[] {
  const named = lastPlace(before, (at) => NAMES_PLAN.test(paragraphAt(blocks, at)) && plainLine(blocks[at]!));
  if (named < before.length - FARTHEST_TITLE || named < 0) return [];
  let to = named + 1;
  while (to < before.length && to - named < 3 && goesOn(blocks, before, to)) to += 1;
  return before.slice(named, to);
}

function lastPlace(all: readonly number[], fits: (one: number) => boolean): number {
  return all.reduce((last, one, place) => (fits(one) ? place : last), -1);
}

function goesOn(blocks: readonly Block[], before: readonly number[], at: number): boolean {
  return plainLine(blocks[before[at]!]!) && GOES_ON.test(paragraphAt(blocks, before[at]!));
}

const LABEL = letters(/^\p{L}[\p{L}.\s-]{1,40}:\s*\S/u);
const FARTHEST_TITLE = 12;
const NAMES_PLAN = letters(/^(?:план|дорожн\p{L}+ карт|перечень|комплекс|график|циклограмма)/iu);

export function captionOf(blocks: readonly Block[], caption: readonly number[]): string | null {
  return fold(caption.map((at) => paragraphAt(blocks, at)).join(" ")) || null;
}

/** The heading of an order («Об утверждении …», «О проведении …») over the block where its points begin. */
export function captionAbove(blocks: readonly Block[], at: number): string | null {
  const near = blocks.slice(0, at).flatMap((_, place) => (paragraphAt(blocks, place) === "" ? [] : [place]));
  const last = near.slice(-FARTHEST_TITLE);
  const named = lastPlace(last, (place) => ABOUT.test(paragraphAt(blocks, place)));
  if (named < 0) return null;
  let to = named + 1;
  while (to < last.length && to - named < 4 && LOWER_LINE.test(paragraphAt(blocks, last[to]!))) to += 1;
  const text = captionOf(blocks, last.slice(named, to));
  return text !== null && text.length <= 400 ? text : null;
}

function titleLine(block: Block): boolean {
  return (
    block.kind === "paragraph" &&
    block.bold === true &&
    !block.list &&
    !fold(block.text).endsWith(":") &&
    block.text.length < 400
  );
}

function plainLine(block: Block): boolean {
  return (
    block.kind === "paragraph" &&
    !block.list &&
    block.text.length < 250 &&
    !/[;:]$/.test(fold(block.text)) &&
    !/^(?:\d+[.)]\s|[-–—•·▪])/.test(fold(block.text))
  );
}
