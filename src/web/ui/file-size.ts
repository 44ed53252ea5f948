import { LOCALE } from "../language/language.ts";

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const TENTH = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** «640 КБ», «1,8 МБ»; units of 1024, non-breaking space before them. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes}\u00a0Б`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${WHOLE.format(kilobytes)}\u00a0КБ`;
  return `${TENTH.format(kilobytes / 1024)}\u00a0МБ`;
}
