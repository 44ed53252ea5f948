import type { Language } from "./language.ts";

/** The server reads it to choose between the two builds of the pages. */
const COOKIE = "orientir_language";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Each language by its own name. */
export const LANGUAGES = [
  { value: "ru", label: "Русский" },
  { value: "en", label: "English" },
] as const satisfies readonly { readonly value: Language; readonly label: string }[];

/** The same page in another language; the choice stays on this device for a year. */
export function chooseLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  window.location.reload();
}
