/** The beginning of a sentence: «Изменено 5 мероприятий». */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words that go on within a sentence: «приказ от 10.12.2021 № 77». */
export function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
