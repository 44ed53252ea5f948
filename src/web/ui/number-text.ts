/** «1 234,5» → 1234.5; null for an empty field and for what is no number. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/gu, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
