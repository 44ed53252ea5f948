/** What makes two uploads alike: the very same bytes, or only names that differ by a mark of a copy. */
export const LIKENESSES = ["bytes", "name"] as const;
export type Likeness = (typeof LIKENESSES)[number];

const MARK_OF_COPY =
  /(?:\s*\(\d+\)|[\s_–—-]+(?:\(копия\)|копия|copy|new|нов(?:ый|ая)|испр(?:авленн\p{L}+)?|итог(?:овый)?|v\d+|верс?(?:ия)?\.?\s*\d+))+$/u;

/** A name as it is compared: without its extension, marks of a copy, case and marks between words. */
function nameKey(name: string): string {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("ru")
    .replace(/\.[^.\s]{1,5}$/, "")
    .replace(MARK_OF_COPY, "")
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How an earlier upload is like this one; undefined where it is not. */
export function likenessOf(
  one: { readonly name: string; readonly sha256: string },
  other: { readonly name: string; readonly sha256: string },
): Likeness | undefined {
  if (one.sha256 === other.sha256) return "bytes";
  const key = nameKey(one.name);
  return key !== "" && key === nameKey(other.name) ? "name" : undefined;
}
