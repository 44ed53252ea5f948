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
  "obligation-paused": {
    status: 409,
    text: "Мероприятие приостановлено: до возобновления срок не переносят, отчёт не передают и не сдают.",
  },
  "already-paused": {
    status: 409,
    text: "Уже приостановлено с {day}: {reason}. Решение — {who}. Второй раз приостанавливать не нужно.",
  },
  "already-resumed": { status: 409, text: "Уже возобновлено. Обновите страницу, чтобы увидеть последнее состояние." },
  "nothing-to-pause": {
    status: 409,
    text: "Приостанавливают то, что действует: утверждённую программу и незакрытое мероприятие.",
  },
  "pause-outside": {
    status: 422,
    text: "Программа идёт с {first} по {last}. Укажите день внутри этого периода.",
  },
  "pause-overlaps": {
    status: 422,
    text: "В этот день, {day}, действовала прежняя остановка. Укажите день после её окончания.",
  },
  "pause-paper-unknown": {
    status: 422,
    text: "Такого документа среди зарегистрированных нет. Выберите его из списка.",
  },
  "obligation-answered": {
    status: 409,
    text: "По этому сроку отчёт уже отправлен или принят, поэтому дату не переносят. Сначала верните отчёт.",
  },
} as const satisfies ProblemTable;

export const obligationProblem = problemsOf(OBLIGATION_PROBLEMS);
