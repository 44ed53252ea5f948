import { letters } from "#domain/russian/letters.ts";
import type { ColumnRole } from "./reading.ts";
import { remembered } from "./remembered.ts";

const NAMES_ROWS = letters(/^наименовани\p{L}* .*мероприят\p{L}* .*контрольн\p{L}* точ/u);
const MEASURES_TOO = letters(/(?:мероприяти[ея]|действия|содержание)(?!\p{L})/u);

/**
 * Words of headers and what their columns hold. A header means the word that stands first in it: «Результат выполнения мероприятия» is a
 * result, «Срок реализации мероприятия» a term.
 */
const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "reportDocument",
    letters(
      /отчетн\p{L}* (?:докум|матер)|подтвержда\p{L}* (?:докум|матер)|документ|форм\p{L}* (?:отчет|представл|предоставл|предъявл|завершен|контрол|фиксац)|^чем подтвер|вид отчет|^отчетност|подтверждени|выход\p{L}* документ/u,
    ),
  ],
  ["coResponsible", /^соисполнител|^соответствен|^соорганизатор/u],
  // «Кто обучается» takes part, «кто обучает» answers.
  [
    "participants",
    letters(
      /^кто (?:(?:обуча|уч|привлека|приглаша|вовлека)\p{L}*ся(?!\p{L})|участву|присутству|охвачен|проходит обучение|приглашен)|^(?:кого|на кого|с кем) (?:провод|рассчит|направлен|приглаша|привлека|обуча|охват)|^(?:слушател|обуча(?:ющ|ем)|приглашенн|присутствующ)\p{L}*(?!\p{L})|^(?:целев\p{L}* )?аудитори/u,
    ),
  ],
  [
    "responsible",
    letters(
      /^(?:кому|кем) (?:поруч|провод|исполн|выполн|осуществл|реализ|организ|готов|обеспеч|проверя|контролир)|^кому$|^поручено(?: кому)?$|^за кем закрепл|^отвеча(?:ет|ют)(?!\p{L})|^(?:координатор|организатор|модератор|ведущ(?:ий|ие|ая)$|спикер|лектор|проводящ|проверяющ|должностн\p{L}* лиц)/u,
    ),
  ],
  [
    "responsible",
    letters(/ответствен|исполнител|^отв(?!\p{L})|^исп(?!\p{L})|^кто |^куратор|^кто$|^докладчик|^выступающ/u),
  ],
  [
    "participants",
    letters(
      /участник|категори\p{L}* (?:участ|слушат|педаг|обуч)|целев\p{L}* (?:аудитор|групп)|^контингент|^для кого|^адресат|^состав$|^класс(?:ы)?$/u,
    ),
  ],
  [
    "term",
    letters(
      /срок|(?<!\p{L})дат[аы](?!\p{L})|^период|^когда|врем\p{L}* (?:провед|реализ|исполн)|^месяц|^график|^начало|^окончание|^время$|^числ[оа]$|^день$|^дни$|^время провед|ориентировочн\p{L}* время/u,
    ),
  ],
  [
    "planTotal",
    letters(
      /планов\p{L}* (?:значен|показат)|^всего|^итого(?!\p{L})|целев\p{L}* значен|^количество$|^план(?: на (?:(?:учебн\p{L}* )?год|(?:весь )?период))?$|^кол во$/u,
    ),
  ],
  [
    "result",
    letters(
      /результат|^итог(?!о)|^эффект|(?<!\p{L})продукт|(?<!\p{L})выход(?!\p{L})|индикатор|показател|подведени\p{L}* итог|^ожидаем|^на выходе|^(?:что|чего) (?:получ|ожида|достиг|ждем)/u,
    ),
  ],
  [
    "title",
    letters(
      /мероприят|^меропр(?!\p{L})|контрольн\p{L}* точк|^наименовани\p{L}* (?:задач|работ|действ|событ)|^содержани|^действи|^вид\p{L}* (?:деятельн|работ)|^тем[аы](?!\p{L})|^тематик|^задач[аи]|^форм\p{L}* (?:работ|провед)|(?<!\p{L})событи|^(?:проект\p{L}* )?задани|^работ[аы]?$|^что (?:делать|делает|делаем|сделать|нужно|необходимо|планируе)|^поручени|^пункт|^дел[ао]?$|^механизм|(?<!\p{L})мер[аы]?(?!\p{L})|^(?:\p{L}+[ыо][йе] )?(?:решени[ея]|вопрос[аы]?)(?!\p{L})|^(?:\p{L}+ая )?процедур|^объект\p{L}* контрол|^предмет контрол/u,
    ),
  ],
  [
    "section",
    letters(
      /^(?:(?:наименовани|названи)\p{L}* )?(?:направлени|раздел|блок|этап|модул)|^шаг|^риск(?:и|ов\p{L}*)?(?!\p{L})/u,
    ),
  ],
];

/** Long words that a narrow column breaks in two, with a hyphen or without: «Ответст- венный». */
const BROKEN: readonly (readonly [ColumnRole, string])[] = [
  ["coResponsible", "соисполнител"],
  ["responsible", "ответствен"],
  ["responsible", "исполнител"],
  ["title", "мероприят"],
  ["title", "наименованиемероприят"],
  ["result", "результат"],
  ["result", "ожидаемыйрезультат"],
  ["result", "показател"],
  ["participants", "участник"],
  ["term", "срок"],
];

const NUMBER =
  /^(?:№(?: ?п ?п)?|n ?п ?п|п ?п|номер|№ пункта|№ строки|n|no|(?:код|номер|шифр|№)(?: (?:строки|мероприятия|пункта|задачи))?)$/;
const YEAR = /^(?:план |(?:плановое |целевое )?значение )?(?:на |в )?((?:19|20)\d\d)(?:\s*(?:г|год|гг|году)?)$/;
const SCHOOL_YEAR = letters(
  /^(?:на |в )?((?:19|20)\d\d) ((?:19|20)?\d\d)(?: (?:уч|учебн)\p{L}*)?(?: (?:г|год|гг|году))?$/u,
);

export interface HeaderMeaning {
  readonly role: ColumnRole;
  readonly key?: string;
}

/** What a header text means, given through `headerKey`; undefined where it says nothing. */
export const meaningOf = remembered((key): HeaderMeaning | undefined => {
  if (NUMBER.test(key)) return { role: "number" };
  const year = YEAR.exec(key);
  if (year?.[1]) return { role: "planYear", key: year[1] };
  const years = SCHOOL_YEAR.exec(key);
  if (years?.[1] && years[2])
    return { role: "planYear", key: `${years[1]}-${years[2].length === 2 ? years[1].slice(0, 2) : ""}${years[2]}` };
  // «Наименование результата, мероприятия, контрольной точки» names the rows themselves.
  if (NAMES_ROWS.test(key)) return { role: "title" };
  // Both in one header: whoever answers stands in the cell, so it is his column.
  if (/ответствен|исполнител/.test(key) && /участник/.test(key)) return { role: "responsible" };
  let best: { role: ColumnRole; at: number } | undefined;
  for (const [role, word] of WORDS) {
    const at = key.search(word);
    if (at >= 0 && (!best || at < best.at)) best = { role, at };
  }
  if (!best) {
    const whole = key.replaceAll(" ", "");
    const broken = key.includes(" ") ? BROKEN.find(([, stem]) => whole.startsWith(stem)) : undefined;
    return broken && { role: broken[0] };
  }
  // «Направления деятельности, мероприятия» names the measures; the directions are rows among them.
  if (best.role === "section" && MEASURES_TOO.test(key)) return { role: "title" };
  return { role: best.role };
});

/** Words that take their meaning from the header above them: «наименование», «план». */
export function leansOnParent(key: string): boolean {
  return /^(?:наименование|название|описание|содержание|единица измерения|ед изм|форма|вид)$/.test(key);
}

/** What is written in as the work goes on: «факт», «фактическая дата», «отметка о выполнении». */
export function isFact(key: string): boolean {
  return /^(?:факт(?!ор)|(?:дата|срок) факт|отметк|исполнено|выполнено)/u.test(key);
}

export const MONTH_WORDS = letters(
  /январ|феврал|март|апрел|(?<!\p{L})ма[йяе](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|ежегодн|ежемесячн|еженедельн|ежекварт|постоянно|квартал|четверт|полугоди|в течение|весь период|по плану|до \d|\d{1,2}\.\d{1,2}\.\d{2,4}|(?:19|20)\d\d\s*(?:г|уч)/iu,
);

export const PARTY_WORDS = letters(
  /директор|заместител|руководител|администрац|учител|педагог|методист|специалист|начальник|управлени|отдел|центр|рабочая групп|куратор|тьютор|психолог|(?<!\p{L})зам\.|завуч|воспитател|классн|библиотек|музе[йея]|школ|гимнази|лице[йея]|(?<!\p{L})дом(?!\p{L})|комисси|(?<!\p{L})совет(?:а|у|ом)?(?!\p{L})|председател|координатор|организаци|учреждени|родител|тренер|(?<!\p{L})(?:[А-ЯЁ]{2,6})(?!\p{L})/u,
);
