import { uncapitalised } from "#domain/russian/letter-case.ts";

const ABBREVIATION = /^[\p{Lu}\d]{2}/u;

/**
 * What documents the measures must leave, each once, as the middle of a sentence: «справка; ссылка на публикацию; ИКТ-паспорт». Empty where
 * none is named.
 */
export function documentsExpected(printed: readonly string[]): string {
  const parts = printed.flatMap((text) => text.split(";")).map((part) => part.trim());
  const small = parts.filter(Boolean).map((part) => (ABBREVIATION.test(part) ? part : uncapitalised(part)));
  return [...new Set(small)].join("; ");
}
