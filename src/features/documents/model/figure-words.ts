import type { MeasureFigure } from "./measure-words.ts";

/** What follows how much is accepted: «, просрочено 3, на проверке 2, вернули 1, впереди 12»; empty where all is accepted. */
export function restInWords({ late, submitted, returned, soon, ahead }: MeasureFigure): string {
  const parts = [
    ["просрочено", late],
    ["на проверке", submitted],
    ["вернули", returned],
    ["впереди", soon + ahead],
  ] as const;
  return parts.flatMap(([word, count]) => (count > 0 ? [`, ${word} ${count}`] : [])).join("");
}
