import type { Unquoted } from "./doubt.ts";
import type { PartyPart } from "./party.ts";
import { cutAtAnd, isOneName, type Stretch } from "./party-names.ts";

/** Names that one mark or word of the phrase gives a part to; without a part the first is the assignee and the others help. */
export interface Block {
  readonly part: PartyPart | undefined;
  readonly names: readonly Stretch[];
  /** the mark or word that gave the part says something else too */
  readonly doubt?: Unquoted;
}

const NOUNS =
  "ответственн\\p{L}{2,4}\\s+исполнител\\p{L}{1,3}|ответственн\\p{L}{2,4}(?:\\s+лиц[оа])?|отв\\.|соисполнител\\p{L}{1,3}|соисп\\.|исполнител\\p{L}{1,3}|исп\\.|участник\\p{L}{0,2}|организатор\\p{L}{0,2}|координатор\\p{L}{0,2}|контроль|исполнение|куратор\\p{L}{0,2}";
const LABEL = `(?:(?:${NOUNS})\\s?(?::|\\s?[-–—](?=\\s))|(?:отв\\.|ответственн\\p{L}{2,4})\\s?исполнител\\p{L}{1,3}(?=\\s\\p{L})|(?:отв|исп)\\.(?=\\s\\p{L}))`;
const LEADS =
  "(?<!\\p{L})(?:совместно\\s+со?|при\\s+участии|с\\s+участием|при\\s+поддержке|при\\s+содействии|с\\s+привлечением|под\\s+руководством|под\\s+контролем)(?!\\p{L})";
/** a slash inside «д/с» and «и/или» parts nothing */
const SLASH = "(?<!(?<!\\p{L})\\p{Ll}\\s?)[/\\\\]";
/** the plus of «школы 500+» belongs to its number; one that a name follows at once, «СОШ № 1+СОШ № 2», parts */
const PLUS = "\\+(?:(?<!\\d\\+)|(?=[\\p{L}\\d«]|\\s?№))";
const MARK = new RegExp(
  `(?<label>(?<!\\p{L})${LABEL})|(?<lead>${LEADS})|(?<slash>${SLASH})|(?<line>\\n)|(?<list>[,;|&]|${PLUS})`,
  "giu",
);

const ORGANISES: Unquoted = { kind: "ambiguous", words: "Неясно, кто исполняет, а кто отвечает или следит." };
const SLASHES: Unquoted = { kind: "ambiguous", words: "Косых черт несколько: неясно, кто из названных участвует." };
const NOBODY_LEFT: Unquoted = { kind: "ambiguous", words: "Слева от косой черты никто не назван." };
const NOBODY_RIGHT: Unquoted = { kind: "ambiguous", words: "Справа от косой черты никто не назван." };
const NOBODY_FIRST: Unquoted = { kind: "ambiguous", words: "Не назван тот, с кем исполняют вместе." };

function partOfLabel(label: string): PartyPart {
  const word = label.toLowerCase();
  if (word.startsWith("участ")) return "participant";
  if (word.startsWith("соисп")) return "coAssignee";
  return /исп|организ|коорд/.test(word) ? "assignee" : "accountable";
}

function partOfLead(lead: string): PartyPart {
  const word = lead.toLowerCase();
  if (word.startsWith("под")) return "accountable";
  return word.startsWith("совместно") ? "coAssignee" : "participant";
}

/** A line that has a slash of its own begins anew: «УО / ОО» above «ММЦ / ШНОР». */
function beginsAnew(masked: string, at: number): boolean {
  return /[/\\]/.test(masked.slice(at + 1).split("\n", 1)[0]!);
}

/**
 * Cuts a phrase into blocks of names: left of a slash, right of it, after «при участии», after «ответственный:».
 * `masked` is the phrase with quotes and brackets covered.
 */
export function cutIntoBlocks(masked: string): Block[] {
  const blocks: { part: PartyPart | undefined; names: Stretch[]; doubt?: Unquoted }[] = [
    { part: undefined, names: [] },
  ];
  let start = 0;
  let isListed = false;
  let slashes = 0;
  const push = (end: number) => {
    const names = blocks.at(-1)!.names;
    const last = names.at(-1);
    const isEmpty = masked.slice(start, end).trim() === "";
    if (!isEmpty && isListed && last && isOneName(masked.slice(last.start, last.end), masked.slice(start, end)))
      names[names.length - 1] = { start: last.start, end };
    else if (!isEmpty) names.push({ start, end });
  };
  const hasNames = () => blocks.some(({ names }) => names.length > 0);
  const begin = (part: PartyPart | undefined, doubt?: Unquoted) =>
    blocks.push({ part, names: [], ...(doubt && { doubt }) });
  for (const match of masked.matchAll(MARK)) {
    const { label, lead, slash, line } = match.groups!;
    push(match.index);
    start = match.index + match[0].length;
    isListed = match[0] === ",";
    if (line) slashes = 0;
    if (label) begin(partOfLabel(label), /^(?:орг|коор|контр|курат)/iu.test(label) ? ORGANISES : undefined);
    else if (lead) begin(partOfLead(lead), hasNames() ? undefined : NOBODY_FIRST);
    else if (slash) {
      slashes += 1;
      begin("participant", slashes > 1 ? SLASHES : hasNames() ? undefined : NOBODY_LEFT);
    } else if (line && blocks.at(-1)!.part === "participant" && beginsAnew(masked, match.index)) begin(undefined);
  }
  push(masked.length);
  const last = blocks.at(-1)!;
  if (last.part === "participant" && !last.names.length && slashes) last.doubt = NOBODY_RIGHT;
  return blocks.map(({ names, ...block }) => ({ ...block, names: names.flatMap((name) => cutAtAnd(masked, name)) }));
}
