const NOT_OF_A_NUMBER = /[^\d.,\s\u00a0+-]/gu;

/** What may stay in a field of a number while it is typed. */
export function digitsOnly(text: string): string {
  return text.replace(NOT_OF_A_NUMBER, "");
}

/** «1 234,5» → 1234.5; null for an empty field and for what is no number. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/gu, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
