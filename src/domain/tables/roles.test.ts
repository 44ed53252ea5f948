import { expect, it } from "vitest";
import { headerKey } from "./fold.ts";
import { meaningOf } from "./roles.ts";

it.each([
  ["№ п/п", "number"],
  ["№", "number"],
  ["N п/п", "number"],
  ["Мероприятия", "title"],
  ["Наименование мероприятия", "title"],
  ["Содержание работы", "title"],
  ["Виды деятельности", "title"],
  ["Тема", "title"],
  ["Тема заседания", "title"],
  ["Что нужно сделать", "title"],
  ["Что делает", "title"],
  ["Работа", "title"],
  ["Число", "term"],
  ["Ориентировочное время проведения", "term"],
  ["Классы", "participants"],
  ["Задача, действие", "title"],
  ["Срок", "term"],
  ["Сроки реализации мероприятия", "term"],
  ["Дата проведения", "term"],
  ["Период", "term"],
  ["Ответственные", "responsible"],
  ["Исполнитель и соисполнители мероприятия", "responsible"],
  ["Ответственные / участники", "responsible"],
  ["Участники, ответственные лица", "responsible"],
  ["Соисполнители", "coResponsible"],
  ["Участники", "participants"],
  ["Категория участников", "participants"],
  ["Целевая аудитория", "participants"],
  ["Ожидаемый результат", "result"],
  ["Результат выполнения мероприятия", "result"],
  ["Показатель результативности", "result"],
  ["Отчётная документация", "reportDocument"],
  ["Подтверждающие документы", "reportDocument"],
  ["Форма отчётности", "reportDocument"],
  ["Документ по итогам", "reportDocument"],
  ["Плановое значение", "planTotal"],
  ["План на год", "planTotal"],
  ["Всего", "planTotal"],
  ["Направление", "section"],
])("%s is %s", (header, role) => expect(meaningOf(headerKey(header))?.role).toBe(role));

it.each([
  ["2025 г.", "2025"],
  ["2025 год", "2025"],
  ["2025", "2025"],
  ["2025-2026 уч. год", "2025-2026"],
  ["2025/26", "2025-2026"],
])("%s is the year %s", (header, key) => {
  expect(meaningOf(headerKey(header))).toEqual({ role: "planYear", key });
});

it.each(["ОО", "Финансирование", "Примечание", "Адрес школы", ""])("%s says nothing", (header) =>
  expect(meaningOf(headerKey(header))).toBeUndefined(),
);
