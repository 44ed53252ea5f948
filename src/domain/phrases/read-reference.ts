import { after, afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const BY = wordings("в соответствии с", "в соответствии со", "в соответствие с", "согласно", "по");
const AT_NEED = wordings(
  "при необходимости",
  "при наличии запросов",
  "при наличии запроса",
  "при наличии заявок",
  "при поступлении запроса",
  "на заявительной основе",
);

/** What makes the moment come: a request, or another paper. */
export type Reference = "on-demand" | "by-schedule";

const DEMAND =
  /^(?:запрос(?:у|ам)|заявк(?:е|ам)|требовани(?:ю|ям)|обращени(?:ю|ям)|необходимости|потребности|заявлени(?:ю|ям))$/;
const PAPER =
  /^(?:план(?:у|ам|ом|ами)|график(?:у|ам|ом|ами)|расписани(?:ю|ем)|календар(?:ю|ем)|циклограмм(?:е|ой)|приказ(?:у|ам|ом|ами)|положени(?:ю|ем)|регламент(?:у|ом)|порядк(?:у|ом)|планам-графикам)$/;
const ADJECTIVE = /^(?:\p{L}+(?:ому|ему|ым|им|ой))$/u;
/** what a plan may be of, so that words of another kind after it stay unread */
const OF =
  /^(?:работы|мероприятий|проведения|деятельности|школы|школ|организации|учреждения|района|города|муниципалитета|управления|центра|отдела|образования|комитета|департамента|министерства|курсов|заседаний|конкурсов|олимпиад|оценочных|процедур|контроля|вшк|методической|методического|внутришкольного|реализации|программы|повышения|квалификации|организаций|учреждений|педагогов|учителей|родителей)$/;
const CODE = /^\p{Lu}{2,6}$/u;

/** «по запросу», «по мере необходимости»; «по плану», «согласно утверждённому графику», «по плану работы РМО»; «по заявкам и графику». */
export function readReferences(tokens: readonly Token[], at: number, phrase: string): Found<Reference[]> | undefined {
  const measure = readByNeed(tokens, at);
  if (measure !== undefined) return { value: ["on-demand"], next: measure };
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

function readByNeed(tokens: readonly Token[], at: number): number | undefined {
  const measure = after(tokens, at, "по", "мере");
  if (measure !== undefined) {
    const isNeed = /^(?:необходимости|надобности|потребности|требования)$/.test(keyAt(tokens, measure));
    if (isNeed) return measure + 1;
    if (!/^(?:поступления|возникновения|появления)$/.test(keyAt(tokens, measure))) return undefined;
    return /^(?:запросов|заявок|обращений|потребности|необходимости|информации|документов)$/.test(
      keyAt(tokens, measure + 1),
    )
      ? measure + 2
      : measure + 1;
  }
  return afterOneOf(tokens, at, AT_NEED);
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
  while (next <= place + 6 && isName(tokens[next], phrase)) next += 1;
  return { value: isDemand ? "on-demand" : "by-schedule", next };
}

function isName(token: Token | undefined, phrase: string): boolean {
  return token?.kind === "word" && (OF.test(token.key) || CODE.test(phrase.slice(token.start, token.end)));
}
