import { readPoint } from "./read-point.ts";
import { after, afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const BY = wordings("в соответствии с", "в соответствии со", "в соответствие с", "согласно с", "согласно", "по");
const SET_DATES = wordings(
  "в установленные сроки",
  "в сроки",
  "в установленном порядке",
  "в установленный срок",
  "в утвержденные сроки",
  "в указанные сроки",
);
const AT_NEED = wordings(
  "при необходимости",
  "при наличии запросов",
  "при наличии запроса",
  "при наличии заявок",
  "при поступлении запроса",
  "на заявительной основе",
  "при поступлении заявок",
  "при поступлении заявки",
  "при наличии необходимости",
  "при наличии потребности",
  "при наличии",
  "в случае необходимости",
  "в случае обращения",
  "в случае запроса",
  "по факту",
);

/** What makes the moment come: a request, or another paper. */
export type Reference = "on-demand" | "by-schedule";

const DEMAND =
  /^(?:запрос(?:у|ам)|заявк(?:е|ам)|требовани(?:ю|ям)|обращени(?:ю|ям)|необходимости|надобности|потребност(?:и|ям)|заявлени(?:ю|ям)|приглашени(?:ю|ям))$/;
const PAPER =
  /^(?:план(?:у|ам|ом|ами|а)|график(?:у|ам|ом|ами|а)|расписани(?:ю|ем|я|ям)|календар(?:ю|ем|я)|циклограмм(?:е|ой|ы)|приказ(?:у|ам|ом|ами|а)|положени(?:ю|ем|я|ям|ями)|регламент(?:у|ом|а)|порядк(?:у|ом)|срок(?:ам|ами)|программ(?:е|ой|ам|ами)|распоряжени(?:ю|ем|я|ям)|письм(?:у|ам|ом)|карт(?:е|ой)|медиаплан(?:у|ом)|договор(?:у|ом|ам|ами)|соглашени(?:ю|ем|ям))$/;
const ADJECTIVE = /^(?:\p{L}+(?:ому|ему|ым|им|ой|ого|его))$/u;
/** words that a plan may be of: genitives; what turns or parts a phrase is none of them */
const OF = /(?:ого|его|ой|ей|ых|их|ов|ев|ий|ок|[аяыи]|ь)$/;
/** genitives without an ending, and the seams of a name */
const BARE_OF =
  /^(?:средств|школ|групп|команд|учреждений|впр|гиа|егэ|огэ|семей|встреч|курс|проверок|проблем|процедур|работ|мер|услуг|тем|задач|форм|пар|площадок|мест|служб|слушаний)$/;
const NOT_OF = /^(?:и|или|исключая|спустя|начиная|зимы|весны|осени|сентября|мая|срок|два|раза|дня|недели|года|кроме)$/;
const CODE = /^\p{Lu}{2,6}$/u;

/** «по запросу», «по мере необходимости»; «по плану», «согласно утверждённому графику», «по плану работы РМО»; «по заявкам и графику». */
export function readReferences(tokens: readonly Token[], at: number, phrase: string): Found<Reference[]> | undefined {
  const measure = readByNeed(tokens, at, phrase);
  if (measure !== undefined) return { value: ["on-demand"], next: measure };
  const dates = readSetDates(tokens, at, phrase);
  if (dates !== undefined) return { value: ["by-schedule"], next: dates };
  const place = afterOneOf(tokens, at, BY);
  if (place === undefined) return undefined;
  const value: Reference[] = [];
  let next = place;
  for (;;) {
    const one = readNoun(tokens, next, phrase);
    if (!one) break;
    value.push(one.value);
    const joint = ["и", ",", "-"].includes(keyAt(tokens, one.next)) ? one.next + 1 : undefined;
    next = joint !== undefined && readNoun(tokens, joint, phrase) ? joint : one.next;
    if (next === one.next) break;
  }
  return value.length ? { value: [...new Set(value)], next } : undefined;
}

function readByNeed(tokens: readonly Token[], at: number, phrase: string): number | undefined {
  const measure = after(tokens, at, "по", "мере");
  if (measure !== undefined) {
    const isNeed = /^(?:необходимости|надобности|потребности|требования)$/.test(keyAt(tokens, measure));
    if (isNeed) return measure + 1;
    if (
      !/(?:ения|ания|ятия|ытия)$|^(?:готовности|запроса|запросов|набора|выхода|выпуска|прихода|подготовки|обработки|отправки)$/.test(
        keyAt(tokens, measure),
      )
    )
      return undefined;
    return afterNames(tokens, measure + 1, phrase);
  }
  const need = afterOneOf(tokens, at, AT_NEED);
  // «при наличии вакансий»: of what there must be some
  return need !== undefined && keyAt(tokens, need - 1) === "наличии" ? afterNames(tokens, need, phrase) : need;
}

function readNoun(tokens: readonly Token[], at: number, phrase: string): Found<Reference> | undefined {
  let place = at;
  while (
    place < at + 3 &&
    !PAPER.test(keyAt(tokens, place)) &&
    !DEMAND.test(keyAt(tokens, place)) &&
    ADJECTIVE.test(keyAt(tokens, place))
  )
    place += 1;
  const isDemand = DEMAND.test(keyAt(tokens, place));
  if (!isDemand && !PAPER.test(keyAt(tokens, place))) return undefined;
  let next = place + 1;
  if (keyAt(tokens, next) === "-" && PAPER.test(keyAt(tokens, next + 1))) next += 2;
  next = afterApproval(tokens, afterNumberAndDay(tokens, afterNames(tokens, next, phrase)), phrase);
  return { value: isDemand ? "on-demand" : "by-schedule", next };
}

/** «от 15.10.2024 № 5», «№ 123 от 1 сентября 2024 г.»: the paper's own number and day */
function afterNumberAndDay(tokens: readonly Token[], at: number): number {
  let next = at;
  for (;;) {
    const day = keyAt(tokens, next) === "от" ? readPoint(tokens, next + 1) : undefined;
    const isNumber = keyAt(tokens, next) === "№" && tokens[next + 1] !== undefined;
    if (!day?.value.isDay && !isNumber) return next;
    next = day?.value.isDay ? day.next : next + 2;
  }
}

/** «по графику, утверждённому директором школы» */
function afterApproval(tokens: readonly Token[], at: number, phrase: string): number {
  const place = keyAt(tokens, at) === "," ? at + 1 : at;
  if (!/^(?:утвержденн|установленн|согласованн)(?:ому|ым|ой|ыми)$/.test(keyAt(tokens, place))) return at;
  const by = /(?:ом|ем|ой|ами|ями|ым|им)$/.test(keyAt(tokens, place + 1)) ? place + 2 : place + 1;
  return afterNames(tokens, by, phrase);
}

function afterNames(tokens: readonly Token[], at: number, phrase: string): number {
  let next = at;
  while (next <= at + 12 && isName(tokens, next, phrase)) next += 1;
  return next;
}

function isName(tokens: readonly Token[], at: number, phrase: string): boolean {
  const token = tokens[at];
  if (token?.kind === "number") return keyAt(tokens, at - 1) === "№";
  if (token?.key === "№") return tokens[at + 1]?.kind === "number";
  if (token?.kind !== "word" || NOT_OF.test(token.key) || readPoint(tokens, at)) return false;
  if (/^(?:о|об)$/.test(token.key)) return tokens[at + 1]?.kind === "word";
  if (/^(?:о|об)$/.test(keyAt(tokens, at - 1)) || BARE_OF.test(token.key)) return true;
  return OF.test(token.key) || CODE.test(phrase.slice(token.start, token.end));
}

/** «в установленные сроки», «в сроки, установленные приказом», «в сроки проведения ВПР» */
function readSetDates(tokens: readonly Token[], at: number, phrase: string): number | undefined {
  const place = afterOneOf(tokens, at, SET_DATES);
  if (place === undefined) return undefined;
  const said = keyAt(tokens, place) === "," ? place + 1 : place;
  if (/^(?:установленн|определенн|утвержденн|указанн|обозначенн|предусмотренн)/.test(keyAt(tokens, said))) {
    const by = tokens[said + 1]?.kind === "word" ? said + 2 : said + 1;
    return afterNames(tokens, by, phrase);
  }
  const named = afterNames(tokens, place, phrase);
  return named > place || keyAt(tokens, place - 1) !== "сроки" || place - at > 2 ? named : undefined;
}
