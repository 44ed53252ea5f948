/** The words with one space between them and none around. */
export function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
