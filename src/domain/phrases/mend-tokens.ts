import { monthForms } from "#domain/russian/months.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";

const FORMS =
  "ежегодно ежемесячно ежеквартально еженедельно ежедневно постоянно систематически регулярно течение течении протяжении периода период периоде всего четверть четверти квартал квартала квартале полугодие полугодия полугодии неделю недели неделя месяц месяца учебный учебного учебном учебной календарный календарного каникулы каникул каникулах каникулярное каникулярный графику графиком запросу запросам необходимости согласно позднее реже менее начало начале конец конца концу далее затем декада декады декаде половина половины половине числа каждого каждый каждую каждой заявкам заявке реализации программы последняя последней первый первого первая второй второго вторая третий третья году годы годов раза срок сроки мере план плану плана время весь круглый осенние осенних зимние зимних весенние весенних летние летних летний осень осенью весна весной зима зимой лето летом текущего текущий".split(
    " ",
  );
const SMALL = "в во с со по до к на за и не раз год г гг".split(" ");
const LEXICON = new Set([...FORMS, ...Array.from({ length: 12 }, (_, at) => monthForms(at + 1)).flat()]);
const PIECES = new Set([...LEXICON, ...SMALL]);
const LONGEST = Math.max(...[...LEXICON].map((word) => word.length));

/** Whether one insertion, removal, change or exchange of neighbours (two for long words) makes `typed` the word. */
function isNear(typed: string, word: string): boolean {
  const allowed = word.length >= 9 ? 2 : 1;
  if (Math.abs(typed.length - word.length) > allowed || typed[0] !== word[0]) return false;
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      let cost = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[word.length]! <= allowed;
}

/** The word of time that a misprint stands for; undefined where none or two different ones are near. */
function nearest(typed: string): string | undefined {
  if (typed.length < 4 || typed.length > LONGEST + 2) return undefined;
  const near = [...LEXICON].filter((word) => word.length >= 5 && isNear(typed, word));
  const [first] = near;
  return first && near.every((word) => word.slice(0, 4) === first.slice(0, 4)) ? first : undefined;
}

/** «неменее», «втечениегода»: words typed without the space between them. */
function splitWord({ key, start }: Token): Token[] | undefined {
  if (key.length < 4 || key.length > 40) return undefined;
  const ways: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= key.length; end += 1) {
    for (let from = Math.max(0, end - LONGEST); from < end && !ways[end]; from += 1) {
      const piece = key.slice(from, end);
      const before = ways[from];
      if (before && PIECES.has(piece)) ways[end] = [...before, piece];
    }
  }
  const pieces = ways[key.length];
  if (!pieces || pieces.length > 4 || !pieces.some((piece) => LEXICON.has(piece))) return undefined;
  // «ссентябрь» is a letter typed twice, not «с сентября»
  if (pieces.some((piece, at) => piece.length === 1 && pieces[at + 1]?.startsWith(piece))) return undefined;
  let place = start;
  return pieces.map((piece) => {
    const token: Token = { kind: "word", key: piece, start: place, end: place + piece.length };
    place += piece.length;
    return token;
  });
}

/** «сен тябрь», «ежеме-сячно»: a word torn by a space or the end of a line. */
function joined(tokens: readonly Token[], at: number): Found<Token> | undefined {
  const first = tokens[at]!;
  const next = keyAt(tokens, at + 1) === "-" ? at + 3 : at + 2;
  const second = tokens[next - 1];
  if (second?.kind !== "word" || (LEXICON.has(first.key) && LEXICON.has(second.key))) return undefined;
  const key = first.key + second.key;
  if (key.length < 5 || !LEXICON.has(key)) return undefined;
  return { value: { kind: "word", key, start: first.start, end: second.end }, next };
}

/** The tokens with torn, glued and misspelt words of time set right; a misspelt one keeps in `mended` what it was read as. */
export function mendTokens(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind !== "word" || PIECES.has(token.key)) {
      result.push(token);
      continue;
    }
    const whole = joined(tokens, at);
    if (whole) {
      result.push(whole.value);
      at = whole.next - 1;
      continue;
    }
    const pieces = splitWord(token);
    const word = pieces ? undefined : nearest(token.key);
    result.push(...(pieces ?? [word ? { ...token, key: word, mended: word } : token]));
  }
  return result;
}

const DIGITS: Readonly<Record<string, string>> = {
  О: "0",
  о: "0",
  O: "0",
  o: "0",
  З: "3",
  з: "3",
  l: "1",
  I: "1",
  "|": "1",
};
const LETTERS: Readonly<Record<string, string>> = { "0": "о", "3": "з" };

const asDigits = (run: string) => run.replace(/\D/g, (sign) => DIGITS[sign]!);

/** Letters among digits and digits inside words, as a scanner or a hasty hand leaves them: «О1.О9.2О26», «0ктябрь». Of the same length. */
export function mendLetters(phrase: string): string {
  return phrase
    .replace(/(?<=\d)\.\.(?=\d)/g, ". ")
    .replace(/(?<![\p{L}])[\dОоOoЗзlI|]*\d[\dОоOoЗзlI|]*(?![\p{L}])/gu, asDigits)
    .replace(/(?<![\p{L}\d.])[ОоOoЗзlI|]\d?(?=\.[\dОоOo]{2}(?:\.|$|\s))/gu, asDigits)
    .replace(/(?<=\p{L})[03](?=\p{L})|(?<![\d.,-])[03](?=\p{Ll}{3})/gu, (digit) => LETTERS[digit]!);
}
