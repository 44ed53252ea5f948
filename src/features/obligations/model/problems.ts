import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const OBLIGATION_PROBLEMS = {
  "not-a-colleague": {
    status: 422,
    text: "Передать можно только тому, кто работает в этой же организации и входит в систему. Выберите другого человека.",
  },
  "obligation-closed": {
    status: 409,
    text: "Срок по этому мероприятию закрыт: {reason}. Сделанное раньше осталось в истории.",
  },
  "obligation-answered": {
    status: 409,
    text: "По этому сроку отчёт уже отправлен или принят, поэтому дату не переносят. Сначала верните отчёт.",
  },
} as const satisfies ProblemTable;

export const obligationProblem = problemsOf(OBLIGATION_PROBLEMS);
