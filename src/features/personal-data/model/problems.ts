import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const PERSONAL_DATA_PROBLEMS = {
  "consent-held": { status: 409, text: "Такое согласие уже действует. Обновите страницу." },
  "consent-none": { status: 409, text: "Действующего согласия нет: отзывать нечего. Обновите страницу." },
  "consent-reworded": {
    status: 409,
    text: "Текст согласия за это время изменился. Обновите страницу, прочтите новый текст и решите снова.",
  },
  "request-settled": { status: 409, text: "На это обращение уже ответили. Обновите страницу." },
  "name-differs": {
    status: 422,
    text: "Фамилия набрана не так, как в карточке. Проверьте, чьи данные вы уничтожаете. Ничего не уничтожено.",
  },
  "basis-names": {
    status: 422,
    text: "В документе-основании стоит фамилия: она осталась бы в программе. Укажите только номер и дату. Ничего не уничтожено.",
  },
  "still-tied": { status: 409, text: "Уничтожить данные пока нельзя. {why} Ничего не уничтожено." },
} as const satisfies ProblemTable;

export const personalDataProblem = problemsOf(PERSONAL_DATA_PROBLEMS);
