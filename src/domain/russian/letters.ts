/** Letters of our documents: Latin with its marks, and the Cyrillic of Russian and of the other peoples of Russia. */
const LETTERS: Readonly<Record<string, string>> = {
  L: "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯ",
  Lu: "A-ZÀ-ÖØ-ÞЀ-ЯҐҒҔҖҘҚҠҢҤҪҮҰҲҺӐӖӘӨӲ",
  Ll: "a-zß-öø-ÿа-џґғҕҗҙқҡңҥҫүұҳһӑӗәөӳ",
};

/** Whether a text begins in small letters, as the rest of a sentence does. */
export function beginsLow(text: string): boolean {
  const [first = ""] = text;
  return first !== first.toUpperCase();
}

/**
 * The same expression with `\p{L}`, `\p{Lu}` and `\p{Ll}` meaning the letters of our documents. Each mention of all the letters of the
 * world takes the engine a millisecond or more to compile, and every document is read by a process that has compiled nothing yet.
 */
export function letters({ source, flags }: RegExp): RegExp {
  let inside = false;
  const plain = source.replace(/\\p\{(L[ul]?)\}|\\.|[[\]]/gu, (sign, kind: string | undefined) => {
    if (sign === "[") inside = true;
    if (sign === "]") inside = false;
    return kind === undefined ? sign : inside ? LETTERS[kind]! : `[${LETTERS[kind]!}]`;
  });
  return new RegExp(plain, flags);
}
