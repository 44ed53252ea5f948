import { GENITIVE_MONTHS } from "./sheet-value.ts";

const HEADER = /^№\s*(?:п\s*\/?\s*п\.?|пункта)?$|^(?:п\s*\/\s*п|номер)$/i;
const DAY_AND_MONTH = new RegExp(`^(\\d{1,2}) (${GENITIVE_MONTHS.join("|")})(?: \\d{4})?$`);

/** Whether a text heads the column of ordinal numbers. */
export function headsOrdinals(text: string): boolean {
  return HEADER.test(text.trim());
}

/**
 * An ordinal number as it was typed. Excel takes «1.1» for a number and «2.3» for the second of March and shows them so; in the column of
 * numbers nobody means a fraction or a day.
 */
export function ordinalText(shown: string): string {
  const fraction = /^(\d{1,3}),(\d{1,2})$/.exec(shown);
  if (fraction) return `${fraction[1]}.${fraction[2]}`;
  const date = /^(\d{2})\.(\d{2})(?:\.\d{4})?$/.exec(shown);
  if (date) return `${Number(date[1])}.${Number(date[2])}`;
  const words = DAY_AND_MONTH.exec(shown);
  return words ? `${words[1]}.${GENITIVE_MONTHS.indexOf(words[2]!) + 1}` : shown;
}
