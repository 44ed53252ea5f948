/** Where words stand in a text as words, whatever their case: «ТО» is not in «результатов»; -1 where they do not. */
export function placeOfWords(text: string, words: string): number {
  if (words === "") return -1;
  const [where, what] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const isCut = /\p{L}$/u.test(where.slice(0, at)) && /^\p{L}/u.test(what);
    const goesOn = /^\p{L}/u.test(where.slice(at + what.length)) && /\p{L}$/u.test(what);
    if (!isCut && !goesOn) return at;
  }
  return -1;
}
