import { fileSize } from "#web/ui/file-size.ts";
import { LOCALE } from "#web/language/language.ts";

const TENTH = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const GIGABYTE = 1024 ** 3;

/** Size of a disk or a database: «58,3 ГБ», below a gigabyte as a file's. */
export function size(bytes: number): string {
  return bytes < GIGABYTE ? fileSize(bytes) : `${TENTH.format(bytes / GIGABYTE)}\u00a0ГБ`;
}
