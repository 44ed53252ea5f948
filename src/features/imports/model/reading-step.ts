/** What is being done with a document, in the words shown while it is read. */
export const READING_STEPS = ["Открываю файл", "Нахожу таблицы", "Сохраняю прочитанное"] as const;
export type ReadingStep = (typeof READING_STEPS)[number];

export const FIRST_STEP: ReadingStep = READING_STEPS[0];

/** How far the stage is, 0…1, for the bar beside its words. */
export function stepShare(stage: string): number {
  const at = READING_STEPS.findIndex((one) => one === stage);
  return (Math.max(0, at) + 1) / (READING_STEPS.length + 1);
}
