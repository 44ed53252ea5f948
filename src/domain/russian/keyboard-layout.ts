const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>@#$^&";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"№;:?';
/** letters, and the keys that are letters only on the Russian side */
const LETTERS = 66;

const TO_CYRILLIC = new Map([...LATIN].map((key, at) => [key, [...CYRILLIC][at]!]));
const TO_LATIN = new Map([...CYRILLIC].slice(0, LETTERS).map((key, at) => [key, [...LATIN][at]!]));

/**
 * What the same keys give on the other side of a Russian keyboard: «yfcnfdybr» is «наставник», «Учсуд» is «Excel». Undefined where the text
 * has letters of both scripts or of neither, so that nothing could have been meant otherwise.
 */
export function otherLayout(text: string): string | undefined {
  const latin = /\p{Script=Latin}/u.test(text);
  const cyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (latin === cyrillic) return undefined;
  const keys = latin ? TO_CYRILLIC : TO_LATIN;
  return [...text].map((key) => keys.get(key) ?? key).join("");
}
