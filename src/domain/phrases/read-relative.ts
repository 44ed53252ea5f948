import { countAt, isSchoolWord, monthAt, THROUGHOUT, unitAt, yearAt } from "./calendar-words.ts";
import { afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const WITHIN = wordings(...THROUGHOUT, "не позднее чем за", "не позднее чем через");
const LATEST = wordings(
  "не позднее чем за",
  "не позднее чем через",
  "не позднее",
  "не позже чем за",
  "не позже",
  "за",
  "через",
  "спустя",
);
const FROM = wordings(
  "со дня",
  "с даты",
  "с момента",
  "с числа",
  "после",
  "до",
  "перед",
  "от даты",
  "от дня",
  "по окончании",
  "по завершении",
  "по окончанию",
  "по завершению",
  "от",
);
/** before an event that the phrase names and no calendar dates */
const EVENT = wordings(
  "до и после",
  "перед и после",
  "после",
  "по окончании",
  "по окончанию",
  "по завершении",
  "по завершению",
  "по итогам",
  "по результатам",
  "накануне",
  "перед",
  "до",
  "к",
  "в день",
  "в дни",
  "в ходе",
  "во время",
  "в момент",
  "с момента",
  "со дня",
  "в период проведения",
  "в период подготовки",
  "в период",
  "на момент",
  "в случае",
  "при возникновении",
  "при выявлении",
  "при изменении",
  "при появлении",
  "при поступлении",
  "при подготовке",
  "при приеме",
  "при проведении",
);
/** nouns of what happens, so that «до конца», «к сроку» are left to others */
const HAPPENING =
  /^(?:проведени|начал|окончани|завершени|получени|издани|подписани|утверждени|заседани|совещани|семинар|курс|диагностик|мониторинг|анализ|экзамен|гиа|егэ|огэ|впр|нико|олимпиад|конкурс|конференци|педсовет|каникул|посещени|проверк|аудит|подготовк|поступлени|публикаци|опубликовани|объявлени|выявлени|мероприяти|процедур|аттестаци|обучени|сдач|предоставлени|представлени|выход|приказ|заявк|обращени|результат|событи|регистраци|отбор|этап|исследовани|контрольн|оценочн|итог|открыти|приемк|отчетн|защит|собрани|стажировк|тестировани|анкетировани|опрос|собеседовани|апробаци|урок|занят|год|приема|заключени|назначени|вступлени|введени|принят|создани|разработк|изменени|потребност|необходимост|запрос|дефицит|проблем|трудност|риск|муниципальн|региональн|школьн|всероссийск|независим|итогов|государственн|учредител|внесени|размещени|формировани|согласовани|комплектовани|зачислени|тренировочн|пробн|репетиционн|аппарат|визит|выезд|встреч|фестивал|форум|слет|смен|лагер|экспертиз|педагогическ|методическ|наставник)/;

/**
 * A term counted from an event without a date: «в течение недели после семинара», «не позднее 3 рабочих дней со дня издания приказа»,
 * «за месяц до начала олимпиады», «до и после ГИА». Takes the words of the event up to a mark that parts phrases.
 */
export function readRelative(
  tokens: readonly Token[],
  at: number,
  beginsPart: (at: number) => boolean,
): Found<true> | undefined {
  const event = readCounted(tokens, at) ?? readEvent(tokens, at);
  if (event === undefined) return undefined;
  let next = event;
  while (next < tokens.length && !isParting(tokens[next]!) && (next < event + 2 || !beginsPart(next))) next += 1;
  return { value: true, next };
}

function isParting(token: Token): boolean {
  return token.kind === "mark" && token.key !== "-";
}

/** «в течение 10 рабочих дней (со дня …)», «за две недели до …»: the place where the event begins. */
function readCounted(tokens: readonly Token[], at: number): number | undefined {
  const within = afterOneOf(tokens, at, WITHIN);
  const led = within ?? afterOneOf(tokens, at, LATEST) ?? at;
  const length = readLength(tokens, led);
  if (length === undefined) return undefined;
  const from = afterOneOf(tokens, length, FROM);
  if (from !== undefined) return from;
  // «в течение недели» and «в течение 10 дней» are counted from something that is not said
  return within !== undefined && isEnd(tokens, length) ? length : undefined;
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  return tokens[at] === undefined || isParting(tokens[at]);
}

/** «3 рабочих дня», «двух недель», «месяца», «часа»; a year is no such length: «в течение года» goes on all the time. */
function readLength(tokens: readonly Token[], at: number): number | undefined {
  const many = countAt(tokens, at) !== undefined;
  const first = many ? at + 1 : keyAt(tokens, at) === "первой" || keyAt(tokens, at) === "одной" ? at + 1 : at;
  const range = many && ["-", "до"].includes(keyAt(tokens, first)) && countAt(tokens, first + 1) ? first + 2 : first;
  const bracket = keyAt(tokens, range) === "(" && keyAt(tokens, range + 2) === ")" ? range + 3 : range;
  const place = /^(?:рабоч|календарн|учебн|банковск)(?:их|ого|ий|ая|ой|ую)$/.test(keyAt(tokens, bracket))
    ? bracket + 1
    : bracket;
  if (/^(?:час|часа|часов)$/.test(keyAt(tokens, place))) return place + 1;
  const unit = unitAt(tokens, place);
  if (!unit || unit.value === "schoolYear" || unit.value === "schoolTerm" || unit.value === "halfYear")
    return undefined;
  return unit.value === "year" && !many ? undefined : unit.next;
}

/** «после проведения семинара», «до и после ГИА», «в период проведения ВПР». */
function readEvent(tokens: readonly Token[], at: number): number | undefined {
  const place = afterOneOf(tokens, at, EVENT);
  if (place === undefined || monthAt(tokens, place) !== undefined || yearAt(tokens, place) !== undefined)
    return undefined;
  if (isSchoolWord(keyAt(tokens, place))) return undefined;
  const token = tokens[place];
  if (token?.kind !== "word" || !HAPPENING.test(token.key)) return undefined;
  return place;
}
