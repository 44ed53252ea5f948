import { isEndWord, isSchoolWord, isStartWord, ordinalAt } from "./calendar-words.ts";
import type { Span } from "./point.ts";
import { readPoint } from "./read-point.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";

const NOUN = /^(?:кв|квартал|четверт|триместр|полугоди)/;
const JOINTS = [",", "и", "-"];

/**
 * «I, II и III кварталы», «1-4 четверти», «I и II полугодие 2021 года»: ordinals that share the noun after the last of them. Quarters
 * joined by a dash are one span and are read as such elsewhere; school terms between a dash are each their own.
 */
export function readOrdinals(tokens: readonly Token[], at: number): Found<Span[]> | undefined {
  const numbers: number[] = [];
  let place = at;
  let hasRange = false;
  for (;;) {
    const number = ordinalAt(tokens, place);
    if (number === undefined || number < 1 || number > 4) return undefined;
    const before = numbers.at(-1);
    const isRange = place > at && keyAt(tokens, place - 1) === "-";
    if (before !== undefined && number <= before) return undefined;
    if (isRange) for (let each = before! + 1; each < number; each += 1) numbers.push(each);
    hasRange ||= isRange;
    numbers.push(number);
    place += 1;
    // «I полугодие, II полугодие» are read one by one
    if (!JOINTS.includes(keyAt(tokens, place))) break;
    place += 1;
  }
  const noun = isSchoolWord(keyAt(tokens, place)) ? place + 1 : place;
  const isQuarter = keyAt(tokens, noun).startsWith("кв");
  if (numbers.length < 2 || !NOUN.test(keyAt(tokens, noun)) || (isQuarter && hasRange)) return undefined;
  const spans: Span[] = [];
  let next = noun;
  for (const number of numbers) {
    const one: Token = { ...tokens[at]!, kind: "number", key: String(number) };
    const point = readPoint([one, ...tokens.slice(place)], 0);
    if (!point) return undefined;
    spans.push(point.value);
    next = place + point.next - 1;
  }
  return { value: spans, next };
}

const SEASON = /^(?:осенн|зимн|весенн|летн)(?:ие|их|им|ими)$/;

/** «осенние и весенние каникулы»: seasons that share the noun. */
export function readBreaks(tokens: readonly Token[], at: number): Found<Span[]> | undefined {
  const seasons: Token[] = [];
  let place = at;
  while (SEASON.test(keyAt(tokens, place))) {
    seasons.push(tokens[place]!);
    place += 1;
    if (![",", "и"].includes(keyAt(tokens, place))) break;
    place += 1;
  }
  const noun = tokens[place];
  if (seasons.length < 2 || !noun) return undefined;
  const spans = seasons.map((season) => readPoint([season, noun], 0)?.value);
  return spans.every((span) => span !== undefined) ? { value: spans, next: place + 1 } : undefined;
}

/** «начало и конец учебного года» */
export function readEdges(tokens: readonly Token[], at: number): Found<Span[]> | undefined {
  if (!isStartWord(keyAt(tokens, at)) || !["и", ","].includes(keyAt(tokens, at + 1))) return undefined;
  const place = keyAt(tokens, at + 2) === "в" ? at + 3 : at + 2;
  if (!isEndWord(keyAt(tokens, place))) return undefined;
  const end = readPoint(tokens, place);
  const start = readPoint([tokens[at]!, ...tokens.slice(place + 1)], 0);
  if (!end?.value.named || !start?.value.named) return undefined;
  return { value: [start.value, end.value], next: end.next };
}
