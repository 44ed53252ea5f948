import { LOCALE } from "../language/language.ts";

const FORMAT = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });

/** The time of day where the device is, «14:32»; the moment is of the product's clock (`productTime`). */
export function clockTime(at: Date): string {
  return FORMAT.format(at);
}
