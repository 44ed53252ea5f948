/** What is being done with a document, in the words shown while it is read. */
export const STAGES = [
  "Открываю файл",
  "Нахожу таблицы",
  "Читаю сроки и исполнителей",
  "Сохраняю прочитанное",
] as const;
export type Stage = (typeof STAGES)[number];

export const FIRST_STAGE: Stage = STAGES[0];

/** How far the stage is, 0…1, for the bar beside its words. */
export function stageShare(stage: string): number {
  return (
    (Math.max(
      0,
      STAGES.findIndex((one) => one === stage),
    ) +
      1) /
    (STAGES.length + 1)
  );
}
