export type Language = "ru" | "en";

/** The language of these pages: each language is a build of its own, and `language.english.ts` stands here in the English one. */
export const LANGUAGE: Language = "ru";

/** by which numbers and instants are printed */
export const LOCALE: string = "ru";
