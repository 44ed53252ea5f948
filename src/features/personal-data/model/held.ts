import { STAYS, type HeldTable } from "./held-table.ts";
import { HELD_WORK } from "./held-work.ts";

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
  ...HELD_WORK,
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
