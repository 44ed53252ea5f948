import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const PROGRESS_PROBLEMS = {
  "period-unknown": {
    status: 422,
    text: "Такого периода нет. Выберите месяц, квартал, четверть или год из списка либо укажите свои даты.",
  },
  "nothing-to-remind": {
    status: 409,
    text: "Напоминать уже не о чем: по этому мероприятию кто-то начал отчёт или его закрыли. Обновите страницу.",
  },
  "reminded-today": {
    status: 409,
    text: "Этому исполнителю сегодня уже напоминали. Второе напоминание за день не отправляется, позвоните.",
  },
  "not-late-any-more": {
    status: 409,
    text: "У этого исполнителя просроченных отчётов больше нет, напоминать не о чем. Обновите страницу.",
  },
  "watches-enough": {
    status: 409,
    text: "На контроле уже {most} строк. Снимите то, что больше не нужно держать на виду, и добавьте снова.",
  },
  "nobody-to-remind": {
    status: 409,
    text: "У исполнителей этого мероприятия пока нет входа в систему, напомнить некому. Позвоните им или добавьте людей в организациях.",
  },
} as const satisfies ProblemTable;

export const progressProblem = problemsOf(PROGRESS_PROBLEMS);
