import { keepCookie } from "../api/device-cookie.ts";
import type { Language } from "./language.ts";

/** The server reads it to choose between the two builds of the pages. */
const COOKIE = "orientir_language";

/** Each language by its own name. */
export const LANGUAGES = [
  { value: "ru", label: "Русский" },
  { value: "en", label: "English" },
] as const satisfies readonly { readonly value: Language; readonly label: string }[];

/** The same page in another language; the choice stays on this device for a year. */
export function chooseLanguage(language: Language): void {
  keepCookie(COOKIE, language);
  window.location.reload();
}
