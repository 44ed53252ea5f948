import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const TEMPLATE_PROBLEMS = {
  "template-empty": {
    status: 409,
    text: "В этой программе нет мероприятий, шаблону нечего запомнить. Добавьте мероприятия и сохраните снова.",
  },
  "nothing-taken": {
    status: 422,
    text: "Не отмечено ни одного мероприятия. Отметьте те, которые нужны в программе.",
  },
  "template-changed": {
    status: 409,
    text: "Такого мероприятия или имени в шаблоне нет. Обновите страницу и проверьте выбор.",
  },
} as const satisfies ProblemTable;

export const templateProblem = problemsOf(TEMPLATE_PROBLEMS);
