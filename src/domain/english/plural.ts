/** [1 report, –, 5 reports]: the three forms of the Russian text in English; the second says the same as the third */
export type PluralForms = readonly [one: string, few: string, many: string];

const NBSP = "\u00A0";

/** The form of the noun that goes with a number in English: 1 report, 0 reports, 21 reports, 1.5 reports. */
export function plural(count: number, forms: PluralForms): string {
  return Math.abs(count) === 1 ? forms[0] : forms[2];
}

/** The number with its noun, held together by a non-breaking space: «3 reports», «12,345 reports». */
export function counted(count: number, forms: PluralForms): string {
  return `${printNumber(count)}${NBSP}${plural(count, forms)}`;
}

/** A number as English prints it: thousands by a comma, the fraction after a point. */
export function printNumber(count: number): string {
  const [whole = "0", fraction] = String(Math.abs(count)).split(".");
  const grouped = /^\d+$/.test(whole) ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",") : whole;
  return `${count < 0 ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}
