import type { PartyPart } from "./party.ts";
import { cutAtAnd, isOneName, type Stretch } from "./party-names.ts";

/** Names that one mark or word of the phrase gives a part to; without a part the first is the assignee and the others help. */
export interface Block {
  readonly part: PartyPart | undefined;
  readonly names: readonly Stretch[];
}

const LABEL =
  "(?:ответственн\\p{L}{2,4}\\s+исполнител\\p{L}{1,3}|ответственн\\p{L}{2,4}(?:\\s+лиц[оа])?|отв\\.|соисполнител\\p{L}{1,3}|исполнител\\p{L}{1,3}|участник\\p{L}{0,2})\\s?(?::|\\s[-–—](?=\\s))";
const LEADS =
  "(?<!\\p{L})(?:совместно\\s+со?|при\\s+участии|с\\s+участием|при\\s+поддержке|при\\s+содействии|с\\s+привлечением)(?!\\p{L})";
const MARK = new RegExp(
  `(?<label>(?<!\\p{L})${LABEL})|(?<lead>${LEADS})|(?<slash>(?<!(?<!\\p{L})и\\s?)/)|(?<line>\\n)|(?<list>[,;])`,
  "giu",
);

function partOfLabel(label: string): PartyPart {
  const word = label.toLowerCase();
  if (word.startsWith("участ")) return "participant";
  if (word.startsWith("соисп")) return "coAssignee";
  return word.includes("исполнител") ? "assignee" : "accountable";
}

/** A line that has a slash of its own begins anew: «УО / ОО» above «ММЦ / ШНОР». */
function beginsAnew(masked: string, at: number): boolean {
  return masked
    .slice(at + 1)
    .split("\n", 1)[0]!
    .includes("/");
}

/**
 * Cuts a phrase into blocks of names: left of a slash, right of it, after «при участии», after «ответственный:».
 * `masked` is the phrase with quotes and brackets covered.
 */
export function cutIntoBlocks(masked: string): Block[] {
  const blocks: { part: PartyPart | undefined; names: Stretch[] }[] = [{ part: undefined, names: [] }];
  let start = 0;
  let isListed = false;
  const push = (end: number) => {
    const names = blocks.at(-1)!.names;
    const last = names.at(-1);
    const isEmpty = masked.slice(start, end).trim() === "";
    if (!isEmpty && isListed && last && isOneName(masked.slice(last.start, last.end), masked.slice(start, end)))
      names[names.length - 1] = { start: last.start, end };
    else if (!isEmpty) names.push({ start, end });
  };
  const begin = (part: PartyPart | undefined) => blocks.push({ part, names: [] });
  for (const match of masked.matchAll(MARK)) {
    const { label, lead, slash, line } = match.groups!;
    push(match.index);
    start = match.index + match[0].length;
    isListed = match[0] === ",";
    if (label) begin(partOfLabel(label));
    else if (lead) begin(lead.toLowerCase().startsWith("совместно") ? "coAssignee" : "participant");
    else if (slash) begin("participant");
    else if (line && blocks.at(-1)!.part === "participant" && beginsAnew(masked, match.index)) begin(undefined);
  }
  push(masked.length);
  return blocks.map(({ part, names }) => ({ part, names: names.flatMap((name) => cutAtAnd(masked, name)) }));
}
