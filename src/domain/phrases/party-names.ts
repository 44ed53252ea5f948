import { LONGEST_PHRASE } from "./longest-phrase.ts";
import { COVERED } from "./masked-text.ts";

/** A stretch of a phrase: `start` inclusive, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const plain = (text: string) => text.toLowerCase().replaceAll("ё", "е").trim();

const AREA_CODE = "(?:по\\s)?(?:увр|вр|нмр|ур|мр|ахч|ахр|икт|нр|вмр|умр|имр|нир|ивр|пв|бж|обж)";
/** «НМР», «НМР и ВР»: what a deputy head answers for, never somebody */
export const AREA = new RegExp(`^${AREA_CODE}(?:\\s?[,и]\\s?${AREA_CODE})*\\.?$`, "iu");
const ENDS_WITH_AREA = /(?:^|[\s.])по\s+\p{L}{2,4}(?:\s?[,и]\s?(?:по\s)?\p{L}{2,4})*$/u;
const ASSOCIATION = /^(?:рмо|шмо|мо|румо|гмо|пос|умо)\.?$/;
const HEADS_ASSOCIATION =
  /^(?:руководител\p{L}*|рук\.|рук-л\p{L}+|председател\p{L}*)\s+(?:рмо|шмо|мо|румо|гмо|пос|умо)$/u;
const FIELD =
  /^(?:спорт|туризм|культур|наук|молодеж|физической|опек|попечительств|семьи|экономик|финанс|здравоохранени|труд|социальной|социальных|дополнительного образования|воспитани)/;
const OF_FIELD =
  /(?:образовани|культур|спорт|управлени|отдел|центр|комитет|департамент|министерств|развити|политик|дел)/;
const ADJECTIVE = /(?:[ыи]х|[ое]го|[ое]му|[оае]й)$/;
const LONE_ADJECTIVE = /^[а-я-]+(?:н|ск|ов)(?:ого|ых|ому|ой)$/;
const ADJECTIVE_CASES: readonly RegExp[] = [/[ыи]х$/, /[ое]го$/, /[ое]му$/, /[оае]й$/];
const SUBJECT =
  /^(?:математик|физик|хими|биологи|истори|обществознани|географи|информатик|литератур|(?:русск|родн|иностранн|английск|немецк|французск)\p{L}+ язык|физической культур|физкультур|технологи|обж|музык|изо|начальных класс|астрономи|черчени|мхк|труд|алгебр|геометри|естествознани)/u;
const OF_SUBJECT = /(?<!\p{L})учител\p{L}{0,4}\s/u;
const CLASSES = /^\d{1,2}(?:\s?[-–—]\s?\d{1,2})?(?:\s?,\s?\d{1,2})*(?:-?[хе])?\s?(?:и\s\d{1,2}\s)?(?:кл|класс)/;
/** «курирующий вопросы ГИА», but not the nouns of the same shape: «заведующий», «учащиеся» */
const PARTICIPLE = /^(?!завед|управля)\p{L}+(?:[ую]щ|[ая]щ|вш|дш)(?:ий|ие|ая|их|им|его)(?!\p{L})/u;
/** «учителя, у которых есть дети с ОВЗ», «жюри, состав которого утверждён приказом» */
const WHICH =
  /^(?:он|она|они)\sже\s|^(?:состав|члены|у|в|с|на|для|о|к|по|чьи|за)?\s?котор(?:ый|ая|ые|ого|ой|ых|ому|ым|ыми|ом|ую)(?!\p{L})/u;
/** «рабочая группа, утверждённая приказом» */
const DONE_BY = /^\p{L}+(?:енн|анн)(?:ый|ая|ое|ые)\s\p{L}+(?:ом|ем|ой|ей)(?!\p{L})/u;
/** «руководители МО, творческих групп»: positions over several bodies, told in the genitive that begins no name */
const OF_OTHERS = /^\p{L}+(?:ых|их)\s\p{L}/u;
const OVER = /^(?:руководител[ьи]|председател[ьи]|члены?|представител[ьи]|куратор(?:ы|)|специалисты?)\s/u;
export const POSITION =
  /^(?:директор|заместитель|зам\.?|руководитель|методист|специалист|начальник|учитель|педагог|советник|заведующ(?:ий|ая)|председатель|психолог|логопед|библиотекарь|воспитатель|консультант|эксперт|инспектор|секретарь|тьютор|куратор|завуч|зд\p{L}{2,4}|(?:главный|ведущий|старший|социальный) \p{L}+)(?![\p{L}])/u;
/** who is told more closely by «ответственный за …» */
const ANSWERS = new RegExp(
  `${POSITION.source}|^(?:лиц[оа]|педагог\\p{L}*|учител\\p{L}*|сотрудник\\p{L}*|работник\\p{L}*|специалист\\p{L}*|руководител\\p{L}*)(?!\\p{L})`,
  "u",
);
/** «Титова А.А.», «А.А. Титова», «Титова Анна Андреевна» */
export const PERSON =
  "(?:\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+(?:вич|вна|ична|ьич)|\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}\\.\\s?\\p{Lu}\\.?|\\p{Lu}\\.\\s?\\p{Lu}\\.\\s?\\p{Lu}\\p{Ll}+)";
const IS_PERSON = new RegExp(`^\\s*${PERSON}\\s*$`, "u");

/** «обучающиеся и их родители»: whose they are is told by the name before */
const OF_THOSE = /^(?:их|его|её|ее|сво\p{L}+)(?!\p{L})/iu;

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/**
 * Whether a comma between two stretches stands inside one name: «зам. директора по УВР, ВР», «руководители ШМО, РМО»,
 * «региональных, муниципальных органов», «Центр развития образования, спорта и туризма», «учителя физики, химии»,
 * «специалист УО, курирующий ГИА», «Титова А.А., методист».
 */
export function isOneName(before: string, after: string): boolean {
  const [left, right] = [plain(before), plain(after)];
  if (AREA.test(right)) return ENDS_WITH_AREA.test(left);
  if (ASSOCIATION.test(right))
    return HEADS_ASSOCIATION.test(left) || left.split(/,\s*/).some((each) => HEADS_ASSOCIATION.test(each));
  if (/^лиц[оа]$/.test(left) && /^(?:назнач|указ|уполномоч|определ)енн/.test(right)) return true;
  if (/^(?:в том числе|в т\.)/.test(right) || PARTICIPLE.test(right) || WHICH.test(right) || DONE_BY.test(right))
    return true;
  if (OF_THOSE.test(right)) return true;
  if (OF_OTHERS.test(right) && OVER.test(left)) return true;
  if (CLASSES.test(right)) return /\d$/.test(left);
  if (IS_PERSON.test(before)) return POSITION.test(right);
  // «специалист, ответственный за ВПР»: one person told twice
  if (/^ответственн(?:ый|ая|ое|ые) за\s/.test(right) && ANSWERS.test(left)) return true;
  if (SUBJECT.test(right) && OF_SUBJECT.test(left)) return true;
  if (FIELD.test(right) && OF_FIELD.test(left)) return true;
  const [last, first] = [wordsOf(left).at(-1) ?? "", wordsOf(right)[0] ?? ""];
  return (
    ADJECTIVE.test(last) &&
    // «директору, заведующему»: a lone word may be a name of its own, unless it is one adjective of several
    (wordsOf(right).length > 1 || LONE_ADJECTIVE.test(first)) &&
    ADJECTIVE_CASES.some((shape) => shape.test(last) && shape.test(first))
  );
}

export const HEAD =
  /^(?:директор|заместител|зам|руководител|педагог|учител|методист|специалист|начальник|администраци|тьютор|наставник|куратор|обучающ|учащ|школьник|родител|психолог|логопед|библиотекар|воспитател|заведующ|председател|член|совет|комисси|представител|консультант|эксперт|выпускник|работник|служб|команд|групп)/;
const CODE = new RegExp(`^(?:\\p{Lu}{2,}[\\p{L}\\d]*|№|№?\\d+|${COVERED}+\\S*)$`, "u");

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
  if (/(?:^|\s)\p{Lu}{0,2}КДН$/u.test(left) && b[0] === "ЗП") return false;
  if (OF_THOSE.test(right)) return false;
  if (IS_PERSON.test(left)) return IS_PERSON.test(right);
  if (isCodeName(a)) return isCodeName(b) || isHead(b[0]!);
  if (/^зам(?:\.|естител)/.test(plain(b[0]!))) return true;
  if (!isCodeName(a.slice(-1)) && b.length === 1 && isCodeName(b) && BODY.test(left)) return true;
  if (isHead(b.at(-1)!) && b.length > 1 && isHead(a[0]!)) return true;
  if (!isHead(b[0]!)) return b.length > 1 && isCodeName(b) && b.some((word) => word.includes(COVERED));
  const hasOwnWords = !isHead(a.at(-1)!);
  return hasOwnWords ? isHead(a[0]!) : b.length === 1;
}

/** bodies named in words: «отдел образования и ОО» are two */
const BODY =
  /^(?!руковод|директор|специалист|начальник|методист|педагог|учител|член|зам).*(?:отдел|управлени|комитет|департамент|министерств|центр|администраци|сектор|совет|служб|комисси)/iu;

const AND = /\s+и\s+/gu;

/** The stretch cut at every «и» that parts names; `masked` is the phrase with quotes and brackets covered. */
export function cutAtAnd(masked: string, { start, end }: Stretch): Stretch[] {
  if (end - start > LONGEST_PHRASE) return [{ start, end }];
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
