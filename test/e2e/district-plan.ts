import { docx, p, tbl, tc, tr } from "../support/docx-builder.ts";
import { DOCX, type Picked } from "./review-steps.ts";

/** Works of a district in our own words; a row of the plan takes one of each by its place. */
const WORKS = [
  "Показ уроков молодых учителей",
  "Обход пришкольных участков",
  "Неделя чтения вслух",
  "Обмен наставниками между школами",
  "Разбор контрольных работ",
  "Беседы с родителями первоклассников",
  "Смотр кабинетов физики",
  "Запись видеоуроков",
  "Сбор отзывов выпускников",
  "Дежурная линия методистов",
  "Поход учителей в музей",
  "Проба нового расписания",
];
const TERMS = ["октябрь 2022", "2 раза в год", "ежемесячно", "до 15 мая 2023", "ежегодно (август)", "март 2022"];
const WHO = ["УО", "МЦ", "УО", "ОО"];

/** Sixty rows in five sections: a list in one cell, a note that is no measure, rows without a term, terms that go on, an unknown name. */
export function sixtyRows(): string[] {
  const special: Readonly<Record<number, readonly (string | readonly string[])[]>> = {
    3: [["Провести:", "1) смотр дневников;", "2) смотр тетрадей"], "май 2022", "УО", "Справка"],
    7: ["Ярмарка кружков", "сентябрь 2022, далее постоянно", "УО", "Приказ"],
    19: ["Лекторий для вожатых", "октябрь 2022, далее постоянно", "УО", "Приказ"],
    22: ["Общий сбор директоров", "май 2022", "УО, МЦ", "Протокол"],
    25: ["Тихий час в библиотеке", "когда выпадет первый снег", "УО", "Фото"],
    31: ["Праздник двора", "ноябрь 2022, далее постоянно", "УО", "Фото"],
    40: ["Чаепитие с гостями", "март 2023", "клуб весёлых соседей", "Фото"],
    44: ["Круг вожатых", "", "УО", "Фото"],
    45: ["Круг наставников", "", "УО", "Фото"],
    46: ["Круг родителей", "", "УО", "Фото"],
    52: ["Сверка списков", "апрель 2023", "УО, МЦ", "Протокол"],
    59: ["Подписи сторон стоят на последнем листе", "", "", ""],
  };
  return Array.from({ length: 60 }, (_, at) => {
    const section = Math.floor(at / 12) + 1;
    const cells = special[at] ?? [
      `${WORKS[at % WORKS.length]!}, круг ${section}`,
      TERMS[at % TERMS.length]!,
      WHO[at % WHO.length]!,
      "Справка",
    ];
    const row = tr([
      `${section}.${(at % 12) + 1}`,
      ...cells.map((cell) => (typeof cell === "string" ? cell : tc(cell.map((line) => p(line))))),
    ]);
    return at % 12 === 0 ? [tr([tc(`${section}. Круг ${section}: дело и люди`, { span: 5 })]), row] : [row];
  }).flat();
}

/** A document of the district with one plan. */
export const planFile = (name: string, rows: readonly string[]): Picked => ({
  name,
  mimeType: DOCX,
  buffer: Buffer.from(
    docx([
      p("Программа «Соседние школы» на 2021–2023 годы", { level: 1 }),
      tbl([tr(["№", "Мероприятие", "Срок", "Ответственные", "Результат"]), ...rows], [700, 5200, 2600, 2200, 2200]),
    ]),
  ),
});

/** Three rows that ask what most documents ask: a term that goes on, who reports, an unknown name. */
export const FEW = [
  tr(["1", "Ярмарка кружков", "сентябрь 2022, далее постоянно", "УО, МЦ", "Приказ"]),
  tr(["2", "Лекторий для вожатых", "октябрь 2022", "УО, МЦ", "Приказ"]),
  tr(["3", "Чаепитие", "март 2023", "УО, МЦ", "клуб весёлых соседей"]),
];
