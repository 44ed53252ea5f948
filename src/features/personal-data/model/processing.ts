import type { Category } from "./categories.ts";
import type { ColumnName } from "./columns.ts";
import type { RetentionKey } from "./retention.ts";

/** One purpose of processing: a row of the register. */
export interface Processing {
  readonly purpose: string;
  /** whose data */
  readonly people: string;
  readonly categories: readonly Category[];
  /** columns processed for this purpose; together the purposes name every personal column */
  readonly columns: readonly ColumnName[];
  readonly basis: string;
  readonly retention: readonly RetentionKey[];
  readonly seenBy: string;
  readonly needsConsent: boolean;
}

const STAFF = "Сотрудники образовательных организаций, методического центра, управления образования, органов региона";

/**
 * Why people's data are processed. The basis is the one the program was built for; the operator checks it against their own papers
 * (docs/guide/personal-data.md).
 */
export const PROCESSING: readonly Processing[] = [
  {
    purpose: "Распределение мероприятий программ между исполнителями и учёт полномочий",
    people: STAFF,
    categories: ["name", "work"],
    columns: ["person.family_name", "person.given_name", "person.patronymic", "membership.position"],
    basis:
      "152-ФЗ, статья 6, часть 1, пункты 2 и 4: полномочия органа местного самоуправления в сфере образования (273-ФЗ, статья 9); для своих сотрудников – пункт 5 и глава 14 ТК РФ",
    retention: ["staff"],
    seenBy:
      "Сотрудники управления образования и региона – по своей территории, руководители и заместители – по своей организации, остальные – имя под документами, которые им видны",
    needsConsent: false,
  },
  {
    purpose: "Подтверждение того, кто подал, вернул или принял отчёт, и доказуемость действий в системе",
    people: STAFF,
    categories: ["name", "deeds"],
    columns: [
      "person.family_name",
      "person.given_name",
      "person.patronymic",
      "journal_personal.before",
      "journal_personal.after",
    ],
    basis: "152-ФЗ, статья 6, часть 1, пункты 2 и 4; статья 19: регистрация действий с персональными данными",
    retention: ["signatures"],
    seenBy: "Те, кому виден сам отчёт или документ",
    needsConsent: false,
  },
  {
    purpose: "Вход в систему и защита от чужого входа",
    people: STAFF,
    categories: ["access", "device"],
    columns: [
      "account.login",
      "foreign_identity.subject",
      "letter.sealed",
      "session.agent",
      "session.place",
      "journal_origin.address",
    ],
    basis: "152-ФЗ, статья 19: меры по обеспечению безопасности персональных данных",
    retention: ["staff", "sessions", "links", "letters", "answers", "origins"],
    seenBy: "Сам человек; логин – тот, кто распоряжается его доступом. Пароли не хранятся, только их отпечатки",
    needsConsent: false,
  },
  {
    purpose: "Связь с сотрудником по телефону при открытии и восстановлении доступа",
    people: STAFF,
    categories: ["contact"],
    columns: ["person.phone"],
    basis: "152-ФЗ, статья 6, часть 1, пункты 2 и 5; номер необязателен",
    retention: ["staff"],
    seenBy: "Сам человек и тот, кто распоряжается его доступом",
    needsConsent: false,
  },
  {
    purpose: "Показ личного номера телефона коллегам",
    people: "Сотрудники, давшие согласие",
    categories: ["contact"],
    columns: ["person.phone"],
    basis: "152-ФЗ, статья 6, часть 1, пункт 1 и статья 9: отдельное согласие, отзывается в любой день",
    retention: ["staff", "appeals"],
    seenBy: "Сотрудники той же организации и управления образования, пока согласие действует",
    needsConsent: true,
  },
  {
    purpose: "Уведомления о сроках и решениях по отчётам",
    people: STAFF,
    categories: ["work"],
    columns: [],
    basis: "152-ФЗ, статья 6, часть 1, пункты 2 и 4",
    retention: ["notices"],
    seenBy: "Сам человек",
    needsConsent: false,
  },
  {
    purpose: "Рассмотрение обращений о персональных данных, учёт согласий, подтверждение уничтожения",
    people: "Обратившиеся, давшие согласие и те, чьи данные уничтожены",
    categories: ["appeals"],
    columns: ["data_request.text", "data_request.answer", "consent.given_paper", "consent.withdrawn_paper"],
    basis: "152-ФЗ, статьи 9, 14, 20 и 21; приказ Роскомнадзора от 28.10.2022 № 179",
    retention: ["appeals", "acts"],
    seenBy: "Сам человек и администраторы его территории",
    needsConsent: false,
  },
];

/** What holds for every purpose alike. */
export const EVERYWHERE = {
  kind: "Автоматизированная, с передачей по сети оператора",
  deeds: "Сбор, запись, систематизация, хранение, уточнение, использование, доступ уполномоченных лиц, уничтожение",
  place:
    "База данных и папка файлов на сервере оператора; место сервера (в России, 152-ФЗ, статья 18, часть 5) указывает оператор",
  transfer:
    "Третьим лицам не передаются. За границу не передаются. Программа не обращается ни к каким сторонним адресам, кроме заданных оператором",
} as const;
