/** [1 отчёт, 2 отчёта, 5 отчётов] */
export type PluralForms = readonly [one: string, few: string, many: string];

const NBSP = "\u00A0";

/** The form of the noun that goes with a whole number: 21 отчёт, 22 отчёта, 11 отчётов. A fraction takes the second form: 1,5 отчёта. */
export function plural(count: number, forms: PluralForms): string {
  if (!Number.isInteger(count)) return forms[1];
  const n = Math.abs(count) % 100;
  const last = n % 10;
  if (n >= 11 && n <= 14) return forms[2];
  if (last === 1) return forms[0];
  return last >= 2 && last <= 4 ? forms[1] : forms[2];
}

/** The number with its noun, held together by a non-breaking space: «3 отчёта», «12 345 отчётов», «1,5 отчёта». */
export function counted(count: number, forms: PluralForms): string {
  return `${printNumber(count)}${NBSP}${plural(count, forms)}`;
}

/** A number as Russian prints it: thousands by a non-breaking space from 10 000 up, the fraction after a comma. */
export function printNumber(count: number): string {
  const [whole = "0", fraction] = String(Math.abs(count)).split(".");
  const grouped = whole.length > 4 && /^\d+$/.test(whole) ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, NBSP) : whole;
  return `${count < 0 ? "−" : ""}${grouped}${fraction ? `,${fraction}` : ""}`;
}
