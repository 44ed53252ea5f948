import { letters } from "#domain/russian/letters.ts";

const WORD = letters(/[\p{L}]+/gu);
const ADJECTIVE = letters(/^\p{L}{3,}(?:ых|их|ого|его|ому|ему|ую|юю|ыми|ими)$/u);
/** What a planned total says about the years beside it: the same every year, their sum, both unclear, or nothing to compare. */
export type TotalSense = "each-year" | "sum" | "neither" | "unknown";

export function totalSense(total: string, years: readonly string[]): TotalSense {
  const whole = wholeOf(total);
  const each = years.map(wholeOf);
  if (!whole || years.length < 2 || each.some((one) => one === undefined)) return "unknown";
  const values = each.map((one) => one!.count);
  const sum = values.reduce((all, one) => all + one, 0);
  if (values.every((one) => one === whole.count)) return "each-year";
  if (sum === whole.count || (whole.atLeast && sum > whole.count)) return "sum";
  return "neither";
}

function wholeOf(text: string): { count: number; atLeast: boolean } | undefined {
  const found = /^(не менее )?(\d{1,6})$/i.exec(text);
  return found?.[2] ? { count: Number(found[2]), atLeast: found[1] !== undefined } : undefined;
}

/** «1; 10», «2/5»: several numbers in one planned value. */
export function holdsSeveral(text: string): boolean {
  return /^\D{0,12}\d+(?:\s*\/|[^\d,;]{0,20};|,\s)\s*\D{0,12}\d+/.test(text) && !/^\d{1,2}\/\d{4}$/.test(text);
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
  a: "а",
  c: "с",
  e: "е",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
};

export interface Alien {
  readonly printed: string;
  readonly cyrillic: string;
}

/** Words in which Latin letters stand for Cyrillic ones they look like: «MЦ», «OO»; real Latin words are not among them. */
export function latinLookAlikes(text: string): readonly Alien[] {
  if (!/[A-Za-z]/.test(text)) return [];
  return (text.match(WORD) ?? []).flatMap((word) => {
    const latin = /[A-Za-z]/.test(word);
    const cyrillic = /\p{Script=Cyrillic}/u.test(word);
    const allAlike = [...word].every((letter) => !/[A-Za-z]/.test(letter) || letter in LOOK_ALIKES);
    const code = /^[A-Z]{2,6}$/.test(word) && /\p{Script=Cyrillic}/u.test(text);
    if (!latin || !allAlike || (!cyrillic && !code)) return [];
    return [{ printed: word, cyrillic: [...word].map((letter) => LOOK_ALIKES[letter] ?? letter).join("") }];
  });
}

/** A text that stops before its noun or after a preposition: the end of the cell was probably cut off. */
export function looksCut(text: string): boolean {
  if (text.length < 30 || /[.;:!?»)\]"…]$/.test(text)) return false;
  const last = text.slice(-40).split(/[\s-]/).at(-1)!.toLowerCase();
  if (/^(?:других|др|прочих|них|таковых|нового|всего|сего|рабочих|младших|старших)$/.test(last)) return false;
  return ADJECTIVE.test(last) || /^(?:и|в|во|на|по|с|со|для|о|об|к|от|из|при|или|а|не)$/.test(last);
}
