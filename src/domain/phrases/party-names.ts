import { COVERED } from "./masked-text.ts";

/** A stretch of a phrase: `start` inclusive, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const plain = (text: string) => text.toLowerCase().replaceAll("ё", "е").trim();

const AREA = /^(?:увр|вр|нмр|ур|мр|ахч|ахр|икт|нр|вмр|умр|пв|бж|обж|ур и вр)\.?$/;
const ENDS_WITH_AREA = /(?:^|\s)по\s+[\p{L}]{2,4}$/u;
const ASSOCIATION = /^(?:рмо|шмо|мо|румо|гмо|пос|умо)\.?$/;
const HEADS_ASSOCIATION = /^руководител\p{L}*\s+(?:рмо|шмо|мо|румо|гмо|пос|умо)$/u;
const FIELD =
  /^(?:спорт|туризм|культур|наук|молодеж|физической|опек|попечительств|семьи|экономик|финанс|здравоохранени|труд|социальной|социальных|дополнительного образования|воспитани)/;
const OF_FIELD = /(?:образовани|культур|спорт|управлени|отдел|центр|комитет|департамент|министерств|развити|политик)/;
const ADJECTIVE = /(?:ых|их|ого|его|ому|ой)$/;

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/**
 * Whether a comma between two stretches stands inside one name: «зам. директора по УВР, ВР», «руководители ШМО, РМО»,
 * «региональных, муниципальных органов», «Центр развития образования, спорта и туризма».
 */
export function isOneName(before: string, after: string): boolean {
  const [left, right] = [plain(before), plain(after)];
  if (AREA.test(right)) return ENDS_WITH_AREA.test(left);
  if (ASSOCIATION.test(right))
    return HEADS_ASSOCIATION.test(left) || left.split(/,\s*/).some((each) => HEADS_ASSOCIATION.test(each));
  if (/^(?:в том числе|в т\.)/.test(right)) return true;
  if (FIELD.test(right) && OF_FIELD.test(left)) return true;
  const ending = ADJECTIVE.exec(wordsOf(left).at(-1) ?? "")?.[0];
  return ending !== undefined && (wordsOf(right)[0] ?? "").endsWith(ending) && wordsOf(right).length > 1;
}

const HEAD =
  /^(?:директор|заместител|зам|руководител|педагог|учител|методист|специалист|начальник|администраци|тьютор|наставник|куратор|обучающ|учащ|школьник|родител|психолог|логопед|библиотекар|воспитател|заведующ|председател|член|совет|комисси|представител|консультант|эксперт|выпускник|работник|служб|команд|групп)/;
const CODE = new RegExp(`^(?:\\p{Lu}{2,}[\\p{L}\\d]*|№?\\d+|${COVERED}+\\S*)$`, "u");

const isHead = (word: string) => HEAD.test(plain(word));
const isCodeName = (words: readonly string[]) => words.length > 0 && words.every((word) => CODE.test(word));

/**
 * Whether «и» parts two names. It does between two codes, and between positions that each have what they need («директор школы и
 * заместитель директора по УВР»); it does not where both share the words after them («администрация и педагоги ШНОР») or before
 * them («руководители РМО и ШМО»): such a name is left whole.
 */
function andParts(left: string, right: string): boolean {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  if (!a.length || !b.length) return false;
  if (isCodeName(a)) return isCodeName(b) || isHead(b[0]!);
  if (/^зам(?:\.|естител)/.test(plain(b[0]!))) return true;
  if (!isHead(b[0]!)) return b.length > 1 && isCodeName(b) && b.some((word) => word.includes(COVERED));
  const hasOwnWords = !isHead(a.at(-1)!);
  return hasOwnWords ? isHead(a[0]!) : b.length === 1;
}

const AND = /\s+и\s+/gu;

/** The stretch cut at every «и» that parts names; `masked` is the phrase with quotes and brackets covered. */
export function cutAtAnd(masked: string, { start, end }: Stretch): Stretch[] {
  const result: Stretch[] = [];
  let from = start;
  for (const match of masked.slice(start, end).matchAll(AND)) {
    const at = start + match.index;
    const next = at + match[0].length;
    const following = masked.slice(next, end).split(AND)[0]!;
    if (at < from || !andParts(masked.slice(from, at).trim(), following.trim())) continue;
    result.push({ start: from, end: at });
    from = next;
  }
  return [...result, { start: from, end }];
}
