import type { Random } from "./random.ts";

const MONSTROUS = ["999999999", "-1", "0", "1e309", "NaN", "4294967296", "1048576", "16384", "", "٣", "0x7fffffff"];
const ODD = [
  "\u0000",
  "\uffff",
  "\ud800",
  "\u202e",
  "\u00a0".repeat(50),
  "ё".repeat(20_000),
  "1.".repeat(3000),
  "«",
  "|\t|",
];

/** What an attacker writes into XML and HTML; `canary` is an address that nobody may ever ask for. */
const entities = (canary: string): readonly string[] => [
  `<!DOCTYPE x [<!ENTITY e SYSTEM "${canary}">]>`,
  `<!DOCTYPE x SYSTEM "${canary}">`,
  `<!DOCTYPE x [<!ENTITY a "${"b".repeat(50)}"><!ENTITY c "${"&a;".repeat(50)}">]>`,
];

/** A text of tags hurt as careless and hostile programs hurt it: tags lost, doubled and nested, numbers made monstrous, entities declared. */
export function spoilMarkup(markup: string, random: Random, canary: string): string {
  const tags = [...markup.matchAll(/<[^>]+>/g)];
  const tag = tags.length > 0 ? random.pick(tags) : undefined;
  const at = tag?.index ?? 0;
  const text = tag?.[0] ?? "";
  const without = markup.slice(0, at) + markup.slice(at + text.length);
  const put = (words: string) => markup.slice(0, at) + words + markup.slice(at);
  switch (random.int(10)) {
    case 0:
      return without;
    case 1:
      return put(text.repeat(1 + random.int(random.oneIn(10) ? 3000 : 5)));
    case 2:
      return numbersSpoilt(markup, random);
    case 3:
      return put(nest(random));
    case 4:
      return markup
        .replace(/(<\?xml[^>]*\?>)?/, `$1${random.pick(entities(canary))}`)
        .replace(/(<w:t[^>]*>)/, "$1&e;&c;");
    case 5:
      return put(random.pick(ODD));
    case 6: {
      const other = random.pick(tags)?.[0] ?? "";
      return markup.slice(0, at) + other + markup.slice(at + text.length);
    }
    case 7: {
      const end = Math.min(markup.length, at + random.int(4000));
      return markup.slice(0, end) + markup.slice(at, end).repeat(1 + random.int(20)) + markup.slice(end);
    }
    case 8:
      return markup.slice(0, at + random.int(400));
    default:
      return markup.replace(/>([^<]{2,})</, (_whole, words: string) => `>${words.split("").reverse().join("")}<`);
  }
}

/** Some numbers of attributes become what no program expects: spans, repeats, widths, list levels. */
function numbersSpoilt(markup: string, random: Random): string {
  const share = 1 + random.int(12);
  return markup.replace(/"\d{1,6}"/g, (whole) => (random.oneIn(share) ? `"${random.pick(MONSTROUS)}"` : whole));
}

const NESTS = [
  ["<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"],
  ["<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"],
  ["<table><tr><td>", "</td></tr></table>"],
  ["<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"],
  ["<div>", "</div>"],
] as const;

function nest(random: Random): string {
  const [open, close] = random.pick(NESTS);
  const depth = random.pick([3, 40, 250, 700, 5000]);
  return open.repeat(depth) + (random.oneIn(3) ? "" : close.repeat(depth));
}
