/** A tag or a stretch of text of an HTML source; whatever is neither (comments, declarations, Word's conditions) is left out. */
export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "start" | "end"; readonly name: string; readonly attributes: string };

/** Every stretch is bounded or stops at the next tag, and a name is taken whole: no source makes the search go back over it. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]{0,2000}>|<(\/?)([a-zA-Z][\w:-]*)(?![\w:-])((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;

/** Tokens of any text, in order; entities of texts are letters. Never throws. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  for (const found of html.matchAll(TOKEN)) {
    if (found.index > at) yield { kind: "text", text: entities(html.slice(at, found.index)) };
    at = found.index + found[0].length;
    const name = found[2]?.toLowerCase();
    if (name) yield { kind: found[1] ? "end" : "start", name, attributes: found[3] ?? "" };
  }
  if (at < html.length) yield { kind: "text", text: entities(html.slice(at)) };
}

/** The value of an attribute, "" where it stands without one; undefined where it does not stand. */
export function attributeOf(attributes: string, name: AttributeName): string | undefined {
  const found = ATTRIBUTES[name].exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "") : undefined;
}

const pattern = (name: string): RegExp =>
  new RegExp(`(?:^|[\\s"'])${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/]|$))`, "i");

const ATTRIBUTES = {
  style: pattern("style"),
  hidden: pattern("hidden"),
  role: pattern("role"),
  colspan: pattern("colspan"),
  rowspan: pattern("rowspan"),
  start: pattern("start"),
  type: pattern("type"),
  value: pattern("value"),
  "aria-level": pattern("aria-level"),
};
type AttributeName = keyof typeof ATTRIBUTES;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["laquo", "«"],
  ["raquo", "»"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["hellip", "…"],
  ["bull", "•"],
  ["middot", "·"],
  ["shy", ""],
  ["zwj", ""],
  ["zwnj", ""],
  ["sect", "§"],
  ["copy", "©"],
  ["deg", "°"],
  ["plusmn", "±"],
  ["times", "×"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["minus", "−"],
  ["numero", "№"],
  ["le", "≤"],
  ["ge", "≥"],
  ["rarr", "→"],
  ["check", "✓"],
]);

/** Numbers of the old Windows page that are still written as entities. */
const WINDOWS: Readonly<Record<number, string>> = {
  132: "„",
  133: "…",
  145: "‘",
  146: "’",
  147: "“",
  148: "”",
  149: "•",
  150: "–",
  151: "—",
  153: "™",
};

function entities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, code: string) => {
    if (!code.startsWith("#")) return NAMED.get(code.toLowerCase()) ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return WINDOWS[point] ?? (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole);
  });
}
