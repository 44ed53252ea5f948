import type { ColumnName } from "./columns.ts";

/** How a kept value is told to the person. */
export type Telling = "text" | "json" | "action" | "day" | "instant" | "organisation" | "role" | "programme";

export interface HeldTable {
  readonly title: string;
  /** the columns that name the person: «report.author_person_id» */
  readonly by: readonly ColumnName[];
  /** what is told of each row: column of the same table → words and form */
  readonly tells: readonly (readonly [column: string, label: string, telling: Telling])[];
  /** what happens to these rows when the person's data are destroyed */
  readonly onDestruction: string;
  /** has no territory: it is told wherever the person is */
  readonly isGlobal?: true;
}

const STAYS = "Остаётся без имени: под записью стоит обозначение вместо имени";

/** Every table that names a person, by the columns that do, and what of it is told in «Что о вас хранится». */
export const HELD: readonly HeldTable[] = [
  {
    title: "Должности",
    by: ["membership.person_id"],
    tells: [
      ["position", "Должность", "text"],
      ["organisation_id", "Организация", "organisation"],
      ["from_on", "С", "day"],
      ["to_on", "По", "day"],
    ],
    onDestruction: "Название должности стирается, место и даты остаются под обозначением",
  },
  {
    title: "Роли в системе",
    by: ["role_assignment.person_id"],
    tells: [
      ["role", "Роль", "role"],
      ["organisation_id", "Организация", "organisation"],
      ["from_on", "С", "day"],
      ["to_on", "По", "day"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Вход в систему",
    by: ["account.person_id"],
    isGlobal: true,
    tells: [
      ["login", "Логин", "text"],
      ["created_at", "Заведён", "instant"],
    ],
    onDestruction: "Логин стирается, вход закрывается, пароль, ссылки, ключи и открытые входы удаляются",
  },
  {
    title: "Согласия",
    by: ["consent.person_id"],
    tells: [
      ["kind", "На что", "text"],
      ["edition", "Редакция", "text"],
      ["given_at", "Дано", "instant"],
      ["given_paper", "Бумага", "text"],
      ["withdrawn_at", "Отозвано", "instant"],
      ["withdrawn_paper", "Бумага об отзыве", "text"],
    ],
    onDestruction: "Отзывается, слова стираются, даты остаются",
  },
  {
    title: "Обращения о персональных данных",
    by: ["data_request.person_id"],
    tells: [
      ["text", "О чём", "text"],
      ["asked_on", "Подано", "day"],
      ["due_on", "Ответить до", "day"],
      ["answer", "Ответ", "text"],
      ["settled_at", "Отвечено", "instant"],
    ],
    onDestruction: "Тексты стираются, даты остаются",
  },
  {
    title: "Составленные отчёты",
    by: ["report.author_person_id"],
    tells: [
      ["text", "Текст отчёта", "text"],
      ["organisation_id", "Организация", "organisation"],
      ["created_at", "Начат", "instant"],
      ["submitted_at", "Отправлен", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Решения по отчётам",
    by: ["report.decided_by"],
    tells: [
      ["organisation_id", "Организация", "organisation"],
      ["decided_at", "Решено", "instant"],
      ["remark", "Замечание", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Шаги в отчётах",
    by: ["report_step.person_id"],
    tells: [
      ["step", "Шаг", "text"],
      ["at", "Когда", "instant"],
      ["remark", "Замечание", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Приложенные файлы",
    by: ["stored_file.uploaded_by"],
    tells: [
      ["name", "Файл", "text"],
      ["uploaded_at", "Когда", "instant"],
    ],
    onDestruction: "Остаются как служебные документы, под ними стоит обозначение вместо имени",
  },
  {
    title: "Мероприятия, порученные лично",
    by: ["obligation.bearer_person_id", "obligation.delegated_to"],
    tells: [
      ["programme_id", "Программа", "programme"],
      ["due_on", "Срок", "day"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Ведение программ",
    by: ["programme.officer_person_id"],
    tells: [
      ["title", "Программа", "text"],
      ["starts_on", "С", "day"],
      ["ends_on", "По", "day"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Правки программ",
    by: ["programme_change.person_id"],
    tells: [
      ["label", "Правка", "text"],
      ["programme_id", "Программа", "programme"],
      ["at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Утверждённые редакции",
    by: ["redaction.approved_by"],
    tells: [
      ["programme_id", "Программа", "programme"],
      ["approved_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Документы, загруженные для чтения",
    by: ["document_import.created_by"],
    tells: [
      ["name", "Файл", "text"],
      ["created_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Сохранённые шаблоны",
    by: ["programme_template.made_by"],
    tells: [
      ["title", "Шаблон", "text"],
      ["made_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Отметки о звонках в школы",
    by: ["phone_call.called_by"],
    tells: [
      ["organisation_id", "Организация", "organisation"],
      ["called_at", "Когда", "instant"],
      ["note", "Заметка", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Уведомления",
    by: ["notice.person_id"],
    tells: [
      ["text", "Уведомление", "text"],
      ["created_at", "Когда", "instant"],
    ],
    onDestruction: "Удаляются",
  },
  {
    title: "Записи журнала о действиях",
    by: ["journal.person_id"],
    tells: [
      ["action", "Действие", "action"],
      ["at", "Когда", "instant"],
    ],
    onDestruction: "Остаются под обозначением",
  },
  {
    title: "Прежние значения данных в журнале",
    by: ["journal_personal.person_id"],
    tells: [
      ["before", "Было", "json"],
      ["after", "Стало", "json"],
    ],
    onDestruction: "Удаляются",
  },
  {
    title: "Откуда была работа",
    by: ["journal_origin.person_id"],
    isGlobal: true,
    tells: [
      ["address", "Адрес в сети", "text"],
      ["device", "Устройство", "text"],
      ["day", "День", "day"],
    ],
    onDestruction: "Удаляются",
  },
];
