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
  "office-bomb":
    "Содержимое файла при распаковке слишком велико, поэтому он не открыт. Скопируйте таблицы в новый документ и загрузите его.",
  "office-old-word":
    "Это старый формат Word (.doc). Откройте файл в Word, выберите «Файл», «Сохранить как», «Документ Word (.docx)» и загрузите новый файл.",
  "office-old-excel":
    "Это старый формат Excel (.xls). Откройте файл в Excel, выберите «Файл», «Сохранить как», «Книга Excel (.xlsx)» и загрузите новый файл.",
  "office-opendocument":
    "Это файл OpenDocument. Откройте его в LibreOffice или Word, выберите «Сохранить как», «Документ Word (.docx)» и загрузите новый файл.",
  "office-rtf":
    "Это файл RTF. Откройте его в Word, выберите «Файл», «Сохранить как», «Документ Word (.docx)» и загрузите новый файл.",
  "office-pdf":
    "Это файл PDF. Откройте его в Word (он предложит преобразовать), сохраните как .docx и загрузите; если есть исходный документ Word, лучше взять его.",
  "office-wrong-type":
    "Такой файл прочитать нельзя. Подойдут документ Word (.docx), книга Excel (.xlsx) или текст (.txt); другой файл откройте в Word и сохраните как .docx.",
} as const;

export type OfficeProblemCode = keyof typeof OFFICE_PROBLEMS;

export interface OfficeProblem {
  readonly code: OfficeProblemCode;
  /** Russian, ready to show */
  readonly text: string;
}

export function officeProblem(code: OfficeProblemCode): OfficeProblem {
  return { code, text: OFFICE_PROBLEMS[code] };
}

/** Carries a refusal out of a deep reader; `openDocument` turns it back into a value. */
export class OfficeRefusal extends Error {
  readonly problem: OfficeProblem;
  constructor(code: OfficeProblemCode) {
    super(code);
    this.name = "OfficeRefusal";
    this.problem = officeProblem(code);
  }
}
