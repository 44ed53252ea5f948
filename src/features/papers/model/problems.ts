import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const PAPER_PROBLEMS = {
  "paper-registered": {
    status: 409,
    text: "Документ с таким видом, номером и датой уже зарегистрирован. Выберите его из списка или исправьте номер.",
  },
  "issuer-unknown": {
    status: 422,
    text: "Такой организации в этом муниципалитете нет. Выберите организацию из списка.",
  },
} as const satisfies ProblemTable;

export const paperProblem = problemsOf(PAPER_PROBLEMS);
