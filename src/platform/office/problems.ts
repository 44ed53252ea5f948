/** Files of other kinds: what is inside, and what to do with it. */
const OTHER_KINDS = {
  "office-old-word": {
    inside: "старый формат Word (.doc)",
    advice: "Откройте файл в Word, выберите «Файл», «Сохранить как», «Документ Word (.docx)» и загрузите новый файл.",
  },
  "office-old-excel": {
    inside: "старый формат Excel (.xls)",
    advice: "Откройте файл в Excel, выберите «Файл», «Сохранить как», «Книга Excel (.xlsx)» и загрузите новый файл.",
  },
  "office-opendocument": {
    inside: "презентация, рисунок или формула OpenDocument",
    advice: "Нужен текст (.odt) или таблица (.ods): скопируйте план в новый документ и загрузите его.",
  },
  "office-rtf": {
    inside: "файл RTF",
    advice: "Откройте его в Word, выберите «Файл», «Сохранить как», «Документ Word (.docx)» и загрузите новый файл.",
  },
} as const;

const told = (code: keyof typeof OTHER_KINDS) => `Это ${OTHER_KINDS[code].inside}. ${OTHER_KINDS[code].advice}`;

/**
 * Why a file could not be opened. Each sentence says what happened and what to do; a server answers with the code and the sentence.
 */
export const OFFICE_PROBLEMS = {
  "office-empty": "В файле нет текста. Проверьте, тот ли файл выбран, и загрузите его снова.",
  "office-damaged":
    "Файл повреждён и не открывается. Откройте его в Word или Excel, сохраните под другим именем и загрузите копию.",
  "office-password":
    "Файл закрыт паролем. Снимите пароль в Word или Excel («Файл», «Сведения») и загрузите файл снова.",
  "office-too-large":
    "Файл больше 30 МБ. Удалите из него рисунки или оставьте только разделы с таблицами и загрузите снова.",
  "office-slow":
    "Преобразование старого формата заняло слишком много времени и остановлено. Откройте файл в Word или Excel, сохраните его как .docx или .xlsx и загрузите снова.",
  "office-bomb":
    "Содержимое файла при распаковке слишком велико, поэтому он не открыт. Скопируйте таблицы в новый документ и загрузите его.",
  "office-boundless":
    "В файле таблица больше чем на 500 столбцов или слишком много пустых строк и столбцов. Скопируйте таблицу плана в новый документ и загрузите его.",
  "office-long":
    "В файле больше 60 тысяч абзацев или 5 миллионов знаков: план столько не занимает. Оставьте в нём только страницы с таблицами и загрузите снова.",
  "office-old-word": told("office-old-word"),
  "office-old-excel": told("office-old-excel"),
  "office-opendocument": told("office-opendocument"),
  "office-rtf": told("office-rtf"),
  "office-pdf-scan":
    "В этом файле PDF нет текста: страницы в нём сняты как рисунки. Возьмите исходный документ Word или сначала распознайте текст и загрузите результат.",
  "office-pdf-password":
    "Файл PDF закрыт паролем. Откройте его с паролем, сохраните копию без пароля и загрузите её; если есть исходный документ Word, лучше взять его.",
  "office-pdf-damaged": "Файл PDF повреждён и не открывается. Скачайте его снова или возьмите исходный документ Word.",
  "office-pdf-long":
    "Файл PDF слишком велик: больше 300 страниц или страницы слишком сложны. Оставьте в нём страницы с планом и загрузите снова.",
  "office-wrong-type":
    "Такой файл прочитать нельзя. Подойдут документ Word (.docx, .doc, .rtf), книга Excel (.xlsx, .xls), OpenDocument (.odt, .ods), PDF с текстом, веб-страница или текст (.txt).",
} as const;

export type OfficeProblemCode = keyof typeof OFFICE_PROBLEMS;

export interface OfficeProblem {
  readonly code: OfficeProblemCode;
  /** Russian, ready to show */
  readonly text: string;
}

/** The problem of a code with its sentence. */
export function officeProblem(code: OfficeProblemCode): OfficeProblem {
  return { code, text: OFFICE_PROBLEMS[code] };
}

/**
 * A file whose name promises what its bytes are not: says both, «Это не документ Word: внутри изображение JPEG». `inside` is needed for
 * what has no code of its own; without a promise in the name, or without words for the inside, the problem as it is.
 */
export function mismatched(code: OfficeProblemCode, name: string, inside?: string): OfficeProblem {
  const promised = promisedBy(name);
  const other = code in OTHER_KINDS ? OTHER_KINDS[code as keyof typeof OTHER_KINDS] : undefined;
  const found = other?.inside ?? inside;
  if (!promised || !found) return officeProblem(code);
  const advice = other?.advice ?? `Файлу, видимо, сменили имя. Найдите сам ${promised} и загрузите его.`;
  return { code, text: `Это не ${promised}: внутри ${found}. ${advice}` };
}

function promisedBy(name: string): string | undefined {
  if (/\.docx$/i.test(name)) return "документ Word";
  return /\.xlsx$/i.test(name) ? "файл Excel" : undefined;
}

/** Carries a refusal out of a deep reader; `openDocument` turns it back into a value. */
export class OfficeRefusal extends Error {
  readonly problem: OfficeProblem;
  constructor(problem: OfficeProblemCode | OfficeProblem) {
    super(typeof problem === "string" ? problem : problem.code);
    this.name = "OfficeRefusal";
    this.problem = typeof problem === "string" ? officeProblem(problem) : problem;
  }
}
