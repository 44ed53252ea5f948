/** At most the first `most` units of UTF-16; a sign of two units is left out whole, for half of one is no text that a database keeps. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "");
}

/** A text that is named rather than told: what is longer than `most` ends with «…». */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${cutText(text, most).trimEnd()}…` : text;
}
