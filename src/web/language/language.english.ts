import type { Language } from "./language.ts";

export const LANGUAGE: Language = "en";

export const LOCALE: string = "en-GB";
