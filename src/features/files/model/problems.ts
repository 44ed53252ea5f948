import { problemsOf, type ProblemTable } from "#shared/problem.ts";

export const FILE_PROBLEMS = {
  "file-empty": { status: 422, text: "Файл пустой. Проверьте его и приложите снова." },
  "file-kind": {
    status: 422,
    text: "Файл такого вида не принимается. Подойдут PDF, фото (JPG, PNG), Word, Excel, OpenDocument и простой текст.",
  },
  "file-damaged": {
    status: 422,
    text: "Файл повреждён, или это не тот документ, который обещает его имя. Откройте его у себя: если открывается, сохраните под другим именем и приложите снова.",
  },
  "file-macro": {
    status: 422,
    text: "В файле есть макросы или программный код, такие не принимаются. Сохраните документ без макросов (DOCX, XLSX) или как PDF и приложите снова.",
  },
  "file-locked": {
    status: 422,
    text: "Файл закрыт паролем. Снимите пароль или сохраните документ как PDF и приложите снова.",
  },
  "file-taken": {
    status: 409,
    text: "Этот файл уже приложен к другой записи. Загрузите его ещё раз, чтобы приложить и сюда.",
  },
} as const satisfies ProblemTable;

export const fileProblem = problemsOf(FILE_PROBLEMS);
