import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const VIEW_PROBLEMS = {
  "view-empty": {
    status: 422,
    text: "В этом списке ничего не отобрано, сохранять нечего. Задайте поиск или фильтры и сохраните вид снова.",
  },
  "view-named-so": {
    status: 409,
    text: "Вид «{name}» в этом списке у вас уже есть. Дайте другое название или сначала уберите прежний.",
  },
  "views-enough": {
    status: 409,
    text: "Сохранено уже {most} видов, больше не поместится. Уберите те, которыми не пользуетесь, и сохраните снова.",
  },
} as const satisfies ProblemTable;

export const viewProblem = problemsOf(VIEW_PROBLEMS);
