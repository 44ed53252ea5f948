import { addDays, type LocalDate } from "#shared/local-date.ts";

/** How long a kind of data is kept: data with a source, changed by a new edition, never in the code around it. */
export interface RetentionRule {
  readonly title: string;
  /** since what the days are counted */
  readonly since: string;
  readonly days: number;
  /** the act or decision the period comes from */
  readonly source: string;
  readonly edition: string;
  /** `proposed`: the administrator is told and decides; `purged`: deleted by the program itself */
  readonly ending: "proposed" | "purged";
}

const LAW = "Федеральный закон от 27.07.2006 № 152-ФЗ";

export const RETENTION = {
  staff: {
    title: "Фамилия, имя, отчество, телефон, должность, логин",
    since: "последний день последней должности или роли",
    days: 30,
    source: `${LAW}, статья 21, часть 4: уничтожить в срок не позднее 30 дней с достижения цели`,
    edition: "2026-1",
    ending: "proposed",
  },
  signatures: {
    title: "Кто подал, принял или вернул отчёт",
    since: "последний день программы, по которой человек отчитывался или принимал отчёты",
    days: 365,
    source: `${LAW}, статья 5, часть 7: не дольше, чем требует цель; срок после конца программы решает оператор`,
    edition: "2026-1",
    ending: "proposed",
  },
  appeals: {
    title: "Согласия и обращения",
    since: "отзыв согласия или ответ на обращение",
    days: 1095,
    source: "Гражданский кодекс РФ, статья 196: общий срок исковой давности три года",
    edition: "2026-1",
    ending: "proposed",
  },
  acts: {
    title: "Акты об уничтожении и выгрузки из журнала",
    since: "день уничтожения",
    days: 1095,
    source: "Приказ Роскомнадзора от 28.10.2022 № 179, пункт 8: три года",
    edition: "2026-1",
    ending: "proposed",
  },
  sessions: {
    title: "Вход на устройстве",
    since: "окончание входа",
    days: 0,
    source: "Решение разработчика: после окончания не нужен",
    edition: "2026-1",
    ending: "purged",
  },
  links: {
    title: "Ссылки-приглашения и ссылки для нового пароля (только отпечаток)",
    since: "окончание действия ссылки",
    days: 30,
    source: "Решение разработчика: по ним видно, приглашён ли человек",
    edition: "2026-1",
    ending: "purged",
  },
  letters: {
    title: "Письма о входе и о сроках (содержание зашифровано и стирается, как только письмо ушло или устарело)",
    since: "день письма",
    days: 30,
    source: "Решение разработчика: по ним видно, доходят ли письма",
    edition: "2026-1",
    ending: "purged",
  },
  answers: {
    title: "Ответы программы, сохранённые на случай повтора запроса",
    since: "день ответа",
    days: 7,
    source: "Решение разработчика: дольше устройство не повторяет",
    edition: "2026-1",
    ending: "purged",
  },
  origins: {
    title: "Адреса в сети и вид устройства в журнале",
    since: "день работы",
    days: 365,
    source: "Решение разработчика: разбор нарушений за учебный год; статья 19 152-ФЗ",
    edition: "2026-1",
    ending: "purged",
  },
  notices: {
    title: "Уведомления внутри программы",
    since: "день уведомления",
    days: 365,
    source: "Решение разработчика: учебный год с запасом",
    edition: "2026-1",
    ending: "purged",
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type RetentionKey = keyof typeof RETENTION;

/** Days as the acts of law write them: «30 дней», «1 год», «3 года»; what is not whole years stays in days. */
export function periodInWords(days: number): string {
  if (days === 0) return "сразу";
  if (days % 365 === 0) return days === 365 ? "1 год" : `${days / 365} ${days / 365 < 5 ? "года" : "лет"}`;
  return `${days} ${days % 10 === 1 && days % 100 !== 11 ? "день" : "дней"}`;
}

/**
 * The day after which the data of a person are kept for nothing: the later of the two, after the last place and after the last
 * programme with their signature. Null while they hold a place.
 */
export function keptUntil(lastPlaceOn: LocalDate | null, lastProgrammeOn: LocalDate | null): LocalDate | null {
  if (lastPlaceOn === null) return null;
  const afterPlace = addDays(lastPlaceOn, RETENTION.staff.days);
  const afterProgramme = lastProgrammeOn && addDays(lastProgrammeOn, RETENTION.signatures.days);
  return afterProgramme && afterProgramme > afterPlace ? afterProgramme : afterPlace;
}
