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
