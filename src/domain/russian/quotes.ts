const OPENING = /(^|[\s(«„–—-])["“„«](?=\S)/gu;
const CLOSING = /["”“»]/gu;

/**
 * A text in quotes as Russian prints it: «План „Рост“». Quotes inside become those of the second level, deeper ones are not told apart;
 * a text that is one quotation already is not quoted twice.
 */
export function quoted(text: string): string {
  const words = text.trim();
  return `«${inner(isQuotation(words) ? words.slice(1, -1) : words)}»`;
}

/**
 * A text with its quotations in the quotes of Russian: «Рост», and „А“ inside another one. Quotes of any other kind become these;
 * a mark that closes nothing stays as it is.
 */
export function withRussianQuotes(text: string): string {
  let depth = 0;
  return text.replace(/["“”„«»]/gu, (mark, at: number) => {
    const isFirst = at === 0 || /[\s(«„"“–—-]/u.test(text[at - 1]!);
    const opens =
      mark === "«" || mark === "„" || ((mark === '"' || mark === "“") && isFirst && /\S/u.test(text[at + 1] ?? " "));
    if (opens) {
      depth += 1;
      return depth === 1 ? "«" : "„";
    }
    if (depth === 0) return mark;
    depth -= 1;
    return depth === 0 ? "»" : "“";
  });
}

function inner(text: string): string {
  return text.replace(OPENING, "$1„").replace(CLOSING, "“").replaceAll("«", "„");
}

/** The first mark opens what the last one closes: «Рост», but not «Рост» и «Опора». */
function isQuotation(text: string): boolean {
  if (text.length < 3) return false;
  const body = text.slice(1, -1);
  if (text.startsWith("«") && text.endsWith("»")) {
    let depth = 0;
    for (const mark of body) {
      if (mark === "«") depth += 1;
      if (mark === "»") depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  }
  return text.startsWith('"') && text.endsWith('"') && !body.includes('"');
}
