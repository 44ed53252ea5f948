import { monthWord } from "#domain/russian/month-words.ts";
import { counted, plural, type PluralForms } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { TerritoryHome } from "./contract.ts";
import { factPercent } from "./percent.ts";

const SCHOOLS: PluralForms = ["школа", "школы", "школ"];
const BEARERS: PluralForms = ["исполнитель", "исполнителя", "исполнителей"];

/** A piece of the first line; those with `opens` lead to what they count. */
export interface SentencePart {
  readonly text: string;
  readonly opens?: "month" | "bearers" | "late";
}

/** The line that matters: «Выполнено 62 % плана октября; 7 школ просрочили 11 отчётов». */
export function homeSentence(
  home: Pick<TerritoryHome, "month" | "monthFigure" | "late" | "allLateAreSchools">,
): SentencePart[] {
  const month = Number(home.month.key.slice(5, 7));
  const percent = factPercent(home.monthFigure);
  const plan: SentencePart[] =
    percent === null
      ? [{ text: `На ${monthWord(month)} сроков нет; ` }]
      : [
          { text: "Выполнено " },
          { text: `${percent}\u00A0% плана ${monthWord(month, "genitive")}`, opens: "month" },
          { text: "; " },
        ];
  if (home.late.late === 0) return [...plan, { text: "просрочек нет" }];
  const bearers = home.late.bearers.length + home.late.own.length;
  const isSchools = home.allLateAreSchools;
  const verb = isSchools
    ? plural(bearers, ["просрочила", "просрочили", "просрочили"])
    : plural(bearers, ["просрочил", "просрочили", "просрочили"]);
  return [
    ...plan,
    { text: bearersInWords(bearers, isSchools), opens: "bearers" },
    { text: ` ${verb} ` },
    { text: reportsInWords(home.late.late), opens: "late" },
  ];
}

/** «Принято 93 из 150 отчётов со сроком в октябре. До конца месяца 9 дней.» */
export function monthInDetail({
  month,
  monthFigure,
  daysLeft,
}: Pick<TerritoryHome, "month" | "monthFigure" | "daysLeft">): string {
  const { accepted, due } = monthFigure;
  const until =
    daysLeft === 0
      ? "Сегодня последний день месяца."
      : `До конца месяца ${counted(daysLeft, ["день", "дня", "дней"])}.`;
  if (due === 0) return until;
  const noun = plural(due, ["отчёта", "отчётов", "отчётов"]);
  return `Принято ${accepted} из ${due}\u00A0${noun} со сроком в ${monthWord(Number(month.key.slice(5, 7)), "prepositional")}. ${until}`;
}

/** «7 школ», among others «7 исполнителей». */
export function bearersInWords(count: number, areSchools: boolean): string {
  return counted(count, areSchools ? SCHOOLS : BEARERS);
}
