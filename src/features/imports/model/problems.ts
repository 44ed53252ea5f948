import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const IMPORT_PROBLEMS = {
  "nothing-given": {
    status: 422,
    text: "Нет документа. Выберите файл или вставьте таблицу из буфера, что-нибудь одно.",
  },
  "still-reading": {
    status: 409,
    text: "Документ ещё читается. Подождите несколько секунд и повторите.",
  },
  "not-readable": {
    status: 409,
    text: "Этот документ не прочитан, проверять в нём нечего. Загрузите другой файл.",
  },
  "import-cancelled": {
    status: 409,
    text: "Эта загрузка отменена. Чтобы вернуться к документу, загрузите его снова.",
  },
  "import-approved": {
    status: 409,
    text: "Из этого документа программа уже создана. Откройте её: править мероприятия теперь можно в ней самой.",
  },
  "doubts-open": {
    status: 409,
    text: "Осталось уточнить: {count}. Ответьте на вопросы, и программу можно будет создать.",
  },
  "answer-unknown": {
    status: 422,
    text: "Такого вопроса уже нет или ответ к нему не подходит. Обновите страницу: остальные ответы сохранены.",
  },
  "term-unread": {
    status: 422,
    text: "Срок «{text}» не понят. Напишите его как в документе: «октябрь 2026», «до 15 мая 2027», «2 раза в год», «постоянно».",
  },
  "audience-unknown": {
    status: 422,
    text: "Такой организации в округе нет. Выберите её из списка.",
  },
  "nothing-to-undo": { status: 409, text: "Отменять нечего: ответов больше нет." },
  "table-unknown": {
    status: 422,
    text: "Такой таблицы в документе нет. Обновите страницу и отметьте таблицы снова.",
  },
} as const satisfies ProblemTable;

export const importProblem = problemsOf(IMPORT_PROBLEMS);
