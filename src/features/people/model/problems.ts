import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const PEOPLE_PROBLEMS = {
  "wrong-sign-in": {
    status: 403,
    text: "Логин или пароль не подходят. Проверьте раскладку и попробуйте ещё раз или попросите администратора прислать ссылку для нового пароля.",
  },
  "no-roles": {
    status: 403,
    text: "Вход верный, но роли в системе сейчас нет. Обратитесь к администратору своего управления образования.",
  },
  "wrong-password": { status: 422, text: "Нынешний пароль не подходит. Пароль не изменён." },
  "link-spent": {
    status: 410,
    text: "Ссылка уже использована или её срок вышел. Попросите администратора прислать новую.",
  },
  "demo-only": { status: 404, text: "Вход одним нажатием есть только в демонстрации." },
} as const satisfies ProblemTable;

export const peopleProblem = problemsOf(PEOPLE_PROBLEMS);
