/** Stands for every character inside quotes and brackets, so that a comma there parts nothing. */
export const COVERED = "\uE000";

const CLOSERS: Readonly<Record<string, string>> = { "«": "»", "„": "“", "“": "”", "(": ")", "[": "]" };

/** Russian practice closes two nested quotes with one mark: «Центр «Исток». A mark before a separator or the end closes them all. */
function closesAll(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 40).trimStart()[0];
  return next === undefined || ",;/().\n".includes(next);
}

/** The text with quoted and bracketed characters covered, of the same length; undefined where a quote or bracket is never closed. */
export function maskText(text: string): string | undefined {
  const open: string[] = [];
  let masked = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    const isOutside = open.length === 0;
    if (open.at(-1) === sign || (sign === "”" && open.at(-1) === "“")) {
      open.pop();
      if (sign === "»" && closesAll(text, at)) while (open.at(-1) === "»") open.pop();
    } else if (sign === '"') open.push('"');
    else if (CLOSERS[sign]) open.push(CLOSERS[sign]);
    masked += isOutside && open.length === 0 ? sign : COVERED;
  }
  return open.length ? undefined : masked;
}
